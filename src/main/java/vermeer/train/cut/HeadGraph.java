package vermeer.train.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Puts a new head on a graph that ends in features. */
public final class HeadGraph {
    /** The value of the classes' probabilities, {@code [batch, classes]}. */
    public static final String PROBABILITIES = "probabilities";

    private HeadGraph() {}

    /**
     * The graph with a head and its softmax.
     *
     * @param graph ends in features {@code [batch, inputs]}
     * @param changed weights that replace those of the graph, by name
     */
    public static Graph joined(Graph graph, Map<String, Constant> changed, NewHead head) {
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        changed.forEach((name, constant) -> constants.computeIfPresent(name, (same, old) -> constant));
        constants.put(NewHead.WEIGHTS, Constant.floats(new long[] {head.inputs(), head.classes()}, head.weights()));
        constants.put(NewHead.BIAS, Constant.floats(new long[] {head.classes()}, head.bias()));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.add(dense(graph.outputs().get(0).name()));
        nodes.add(softmax());
        ValueInfo output = new ValueInfo(PROBABILITIES, ElementType.FLOAT, new long[] {-1, head.classes()});
        return graph.withNodes(nodes, constants).withOutputs(List.of(output));
    }

    static Node dense(String features) {
        return Node.of("Gemm", List.of(features, NewHead.WEIGHTS, NewHead.BIAS), NewHead.LOGITS, Map.of());
    }

    static Node softmax() {
        return Node.of("Softmax", List.of(NewHead.LOGITS), PROBABILITIES, Map.of("axis", new Attribute.Int(-1)));
    }
}
