package vermeer.graph.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * Says a graph in one operator set, so that everything behind it knows one meaning per operator. One {@link UpgradeRule} per
 * operator that changed; docs/adr/0003-fixed-opset.md says why this set.
 */
public final class Upgrade {
    /** The operator set that all graphs are said in. */
    public static final int OPSET = 21;
    /** The newest operator set that is understood: what the engine's ONNX Runtime knows. */
    public static final int NEWEST = 26;

    private static final Set<String> NEWER_OPERATORS =
            Set.of("Attention", "BitCast", "CausalConvWithState", "CumProd", "RotaryEmbedding", "TensorScatter");

    private final Draft draft;
    private final int from;

    private Upgrade(Draft draft, int from) {
        this.draft = draft;
        this.from = from;
    }

    /**
     * The same graph in operator set {@link #OPSET}.
     *
     * @throws GraphException where an operator has no equal there; the message names it
     */
    public static Graph upgrade(Graph graph) throws GraphException {
        refuseTooNew(graph);
        return new Upgrade(new Draft(graph), graph.opset()).run();
    }

    private static void refuseTooNew(Graph graph) throws GraphException {
        Set<String> unknown = new TreeSet<>();
        if (graph.opset() > OPSET) {
            graph.nodes().stream()
                    .map(Node::operator)
                    .filter(NEWER_OPERATORS::contains)
                    .forEach(unknown::add);
        }
        if (graph.opset() > NEWEST || !unknown.isEmpty()) {
            String why = unknown.isEmpty() ? "" : " for " + String.join(", ", unknown);
            throw new GraphException("The network uses version " + graph.opset() + " of ONNX's operators" + why
                    + "; export it with version " + OPSET + " (opset_version=" + OPSET + ").");
        }
    }

    private Graph run() throws GraphException {
        for (Node node : draft.source().nodes()) {
            visit(node);
        }
        return draft.finish().withOpset(OPSET);
    }

    private void visit(Node original) throws GraphException {
        Node node = OldAttributes.withoutConsumedInputs(draft.current(original));
        Optional<Graph> branch = Branches.taken(node, draft);
        UpgradeRule rule = UpgradeRules.rule(node.operator(), from);
        if (branch.isPresent()) {
            for (Node inner : branch.get().nodes()) {
                visit(inner);
            }
            Branches.connect(node, branch.get(), draft);
        } else if (rule == null) {
            draft.add(withUpgradedBodies(node));
        } else {
            rule.upgrade(node, from, draft);
        }
    }

    private Node withUpgradedBodies(Node node) throws GraphException {
        if (node.attributes().values().stream().noneMatch(Attribute.Body.class::isInstance)) {
            return node;
        }
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
            if (entry.getValue() instanceof Attribute.Body body) {
                Shapes inside = draft.shapes().copy();
                body.graph().inputs().forEach(inside::add);
                entry.setValue(new Attribute.Body(new Upgrade(draft.inside(body.graph(), inside), from).run()));
            }
        }
        return new Node(
                node.name(), node.domain(), node.operator(), node.inputs(), List.copyOf(node.outputs()), attributes);
    }
}
