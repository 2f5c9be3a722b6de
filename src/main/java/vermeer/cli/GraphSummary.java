package vermeer.cli;

import java.util.Map;
import java.util.TreeMap;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * What a graph is made of.
 *
 * @param operators how often each operator occurs
 * @param parameters float32 values in its constants
 * @param multiplyAdds multiplications with an addition for one picture, of convolutions and matrix products
 */
record GraphSummary(Map<String, Integer> operators, long parameters, long multiplyAdds) {

    static GraphSummary of(Graph graph, Shapes shapes) throws GraphException {
        Map<String, Integer> operators = new TreeMap<>();
        long multiplyAdds = 0;
        for (Node node : graph.nodes()) {
            String name = node.domain().isEmpty() ? node.operator() : node.domain() + "." + node.operator();
            operators.merge(name, 1, Integer::sum);
            multiplyAdds += multiplyAdds(node, shapes);
        }
        long parameters = graph.constants().values().stream()
                .filter(constant -> constant.type() == ElementType.FLOAT)
                .mapToLong(Constant::size)
                .sum();
        return new GraphSummary(operators, parameters, multiplyAdds);
    }

    private static long multiplyAdds(Node node, Shapes shapes) throws GraphException {
        return switch (node.operator()) {
            case "Conv" ->
                size(shapes.shape(node.output()))
                        * perOutput(shapes.shape(node.inputs().get(1)));
            case "ConvTranspose" ->
                size(shapes.shape(node.inputs().get(0)))
                        * perOutput(shapes.shape(node.inputs().get(1)));
            case "Gemm" ->
                size(shapes.shape(node.output()))
                        * extent(shapes.shape(node.inputs().get(0)), node.integer("transA", 0) == 0 ? 1 : 0);
            case "MatMul" -> {
                long[] left = shapes.shape(node.inputs().get(0));
                yield size(shapes.shape(node.output())) * extent(left, left.length - 1);
            }
            default -> 0;
        };
    }

    /** The weights that one output of a convolution is made with: all axes but the first. */
    private static long perOutput(long[] weights) {
        long product = 1;
        for (int axis = 1; axis < weights.length; axis++) {
            product *= extent(weights, axis);
        }
        return product;
    }

    private static long size(long[] shape) {
        long product = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            product *= extent(shape, axis);
        }
        return product;
    }

    /** An extent for one picture: multiples of the batch are negative. Unknown ones count as 1. */
    private static long extent(long[] shape, int axis) {
        return shape[axis] == Graph.UNKNOWN ? 1 : Math.abs(shape[axis]);
    }
}
