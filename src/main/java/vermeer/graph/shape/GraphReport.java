package vermeer.graph.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * What a graph is made of.
 *
 * @param operators how often each operator occurs
 * @param nodes what each node takes, in order
 */
public record GraphReport(Map<String, Integer> operators, List<NodeCost> nodes) {

    /** The report of a graph whose shapes are these. */
    public static GraphReport of(Graph graph, Shapes shapes) throws GraphException {
        Map<String, Integer> operators = new TreeMap<>();
        List<NodeCost> nodes = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        for (Node node : graph.nodes()) {
            operators.merge(node.operator(), 1, Integer::sum);
            long[] shape = node.outputs().isEmpty()
                    ? new long[0]
                    : shapes.find(node.output()).map(TensorType::shape).orElse(new long[0]);
            long parameters = 0;
            for (String input : node.inputs()) {
                parameters += counted.add(input) ? weights(graph, input) : 0;
            }
            nodes.add(new NodeCost(node, shape, parameters, NodeCost.multiplyAdds(node, shapes)));
        }
        return new GraphReport(operators, List.copyOf(nodes));
    }

    /** Elements of weights: scalars, shapes and axes are none. */
    private static long weights(Graph graph, String value) {
        return Optional.ofNullable(graph.constants().get(value))
                .filter(constant -> constant.shape().length > 0)
                .filter(constant -> constant.type() != ElementType.INT64 && constant.type() != ElementType.BOOL)
                .map(Constant::size)
                .orElse(0);
    }

    /** Elements of all weights. */
    public long parameters() {
        return nodes.stream().mapToLong(NodeCost::parameters).sum();
    }

    /** Multiplications with an addition for one picture, of convolutions and matrix products. */
    public long multiplyAdds() {
        return nodes.stream().mapToLong(NodeCost::multiplyAdds).sum();
    }
}
