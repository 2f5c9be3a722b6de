package vermeer.graph.prepare;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The branch of an If that is taken for every picture. */
final class Branches {

    private Branches() {}

    /** The branch under fresh names, or empty where the condition depends on the picture. */
    static Optional<Graph> taken(Node node, Draft draft) throws GraphException {
        Optional<Constant> condition = node.operator().equals("If")
                ? draft.shapes().constant(node.inputs().get(0))
                : Optional.empty();
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        String key = condition.get().toIntegers()[0] != 0 ? "then_branch" : "else_branch";
        if (!(node.attributes().get(key) instanceof Attribute.Body body)) {
            throw new GraphException(node.describe() + " has no " + key + ".");
        }
        Map<String, String> names = new HashMap<>();
        body.graph().constants().keySet().forEach(name -> names.put(name, draft.fresh("branch")));
        for (Node inner : body.graph().nodes()) {
            for (String output : inner.outputs()) {
                if (!output.isEmpty()) {
                    names.put(output, draft.fresh("branch"));
                }
            }
        }
        Graph branch = Renaming.apply(body.graph(), names);
        branch.constants().forEach(draft::constant);
        return Optional.of(branch);
    }

    /** Makes the branch's results those of the If. */
    static void connect(Node node, Graph branch, Draft draft) {
        for (int i = 0; i < node.outputs().size(); i++) {
            draft.replace(
                    node.outputs().get(i), draft.current(branch.outputs().get(i).name()));
        }
    }
}
