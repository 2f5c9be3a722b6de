package vermeer.graph.shape;

import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * What one node takes.
 *
 * @param shape the shape of its first output; empty where not even its rank is known
 * @param parameters elements of the weights that it is the first to read
 * @param multiplyAdds multiplications with an addition for one picture, of convolutions and matrix products; 0 for other nodes
 */
public record NodeCost(Node node, long[] shape, long parameters, long multiplyAdds) {

    /** Multiply-adds for one picture; unknown extents count as 1. */
    static long multiplyAdds(Node node, Shapes shapes) throws GraphException {
        if (!node.outputs().stream().limit(1).allMatch(output -> shapes.find(output)
                .isPresent())) {
            return 0;
        }
        return switch (node.operator()) {
            case "Conv", "ConvInteger" ->
                size(shapes.shape(node.output()))
                        * perOutput(shapes.shape(node.inputs().get(1)));
            case "QLinearConv" ->
                size(shapes.shape(node.output()))
                        * perOutput(shapes.shape(node.inputs().get(3)));
            case "ConvTranspose" ->
                size(shapes.shape(node.inputs().get(0)))
                        * perOutput(shapes.shape(node.inputs().get(1)));
            case "Gemm" -> {
                long[] left = shapes.shape(node.inputs().get(0));
                yield size(shapes.shape(node.output())) * one(left[node.integer("transA", 0) == 0 ? 1 : 0]);
            }
            case "MatMul", "MatMulInteger", "QLinearMatMul" -> {
                long[] left = shapes.shape(node.inputs().get(0));
                yield size(shapes.shape(node.output())) * one(left[left.length - 1]);
            }
            case "Einsum" -> EinsumShape.multiplyAdds(new Call(node, shapes));
            default -> 0;
        };
    }

    /** The weights that one output of a convolution is made with: all axes but the first. */
    private static long perOutput(long[] weights) {
        return size(weights) / one(weights[0]);
    }

    private static long size(long[] shape) {
        long size = 1;
        for (long extent : shape) {
            size = Math.multiplyExact(size, one(extent));
        }
        return size;
    }

    /** An extent for one picture. */
    static long one(long extent) {
        return extent == Graph.UNKNOWN ? 1 : Math.max(1, Math.abs(extent));
    }
}
