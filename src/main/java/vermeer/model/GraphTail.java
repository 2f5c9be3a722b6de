package vermeer.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vermeer.engine.EngineException;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Cuts a classifier's graph at a value, which becomes an input. */
final class GraphTail {
    private GraphTail() {}

    /**
     * The graph from a value to the logits.
     *
     * @return its first input is the value; the others are values that depend on the picture but not on the cut one, and are
     *     read behind the cut
     * @throws EngineException where the logits do not depend on the value, or an input would have no batch axis
     */
    static Graph of(Classifier classifier, String value) throws EngineException {
        Graph whole = classifier.graph();
        String logits = classifier.logits().name();
        Set<String> behind = whole.valuesBetween(value, logits);
        if (!behind.contains(logits) || value.equals(logits)) {
            throw new EngineException("The network's answer does not depend on an inner value '" + value + "'.");
        }
        Set<String> ofPicture = whole.valuesBetween(classifier.input().name(), logits);
        List<Node> nodes = new ArrayList<>();
        Set<String> passing = new LinkedHashSet<>();
        for (Node node : whole.nodes()) {
            boolean after =
                    node.outputs().stream().anyMatch(output -> behind.contains(output) && !output.equals(value));
            if (after) {
                node.inputs().stream()
                        .filter(input -> ofPicture.contains(input) && !behind.contains(input))
                        .forEach(passing::add);
            }
            if (after || node.outputs().stream().noneMatch(ofPicture::contains)) {
                nodes.add(node);
            }
        }
        List<ValueInfo> inputs = new ArrayList<>(List.of(declared(classifier, value)));
        for (String other : passing) {
            inputs.add(declared(classifier, other));
        }
        List<ValueInfo> outputs = List.of(classifier.logits());
        return whole.withNodes(nodes, whole.constants()).withInputs(inputs).reachingOnly(outputs);
    }

    private static ValueInfo declared(Classifier classifier, String value) throws EngineException {
        try {
            long[] shape = classifier.shapes().shape(value);
            if (shape.length > 0 && shape[0] == -1) {
                return new ValueInfo(value, classifier.shapes().type(value), shape);
            }
        } catch (GraphException unknown) {
            throw new EngineException("The network has no inner value '" + value + "'.", unknown);
        }
        throw new EngineException("The network cannot be run from one of its layers, because its value '" + value
                + "' does not belong to one picture.");
    }
}
