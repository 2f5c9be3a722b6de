package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

/** Whether a graph treats each picture of a batch by itself, as far as shapes and axes tell. */
final class BatchCheck {
    private static final Set<String> ALONG_AXIS = Set.of(
            "ArgMax",
            "ArgMin",
            "Concat",
            "Gather",
            "GatherElements",
            "Hardmax",
            "LogSoftmax",
            "LpNormalization",
            "OneHot",
            "ScatterElements",
            "Softmax",
            "Split",
            "TopK");

    private final Shapes shapes;

    private BatchCheck(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param old the shapes at a batch of {@code batch} pictures */
    static boolean independent(Graph graph, Shapes old, long batch) throws GraphException {
        BatchCheck check = new BatchCheck(Shapes.infer(graph));
        for (Node node : graph.nodes()) {
            if (!check.keepsShapes(node, old, batch) || check.mixes(node)) {
                return false;
            }
        }
        for (ValueInfo output : graph.outputs()) {
            long[] shape = check.shapes.shape(output.name());
            if (shape.length == 0 || shape[0] != -1) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsShapes(Node node, Shapes old, long batch) throws GraphException {
        for (String output : node.outputs()) {
            boolean compared = !output.isEmpty() && old.known(output);
            if (compared
                    && (!shapes.known(output)
                            || !Arrays.equals(Extents.at(shapes.shape(output), batch), old.shape(output)))) {
                return false;
            }
        }
        return true;
    }

    private boolean mixes(Node node) throws GraphException {
        if (node.inputs().isEmpty()
                || node.inputs().get(0).isEmpty()
                || shapes.find(node.inputs().get(0)).isEmpty()) {
            return false;
        }
        long[] shape = shapes.shape(node.inputs().get(0));
        String operator = node.operator();
        if (operator.startsWith("Reduce")) {
            return reduces(node, shape);
        }
        if (ALONG_AXIS.contains(operator)) {
            return batched(
                    shape, node.integer("axis", operator.contains("Softmax") || operator.equals("TopK") ? -1 : 0));
        }
        return switch (operator) {
            case "LayerNormalization" -> after(shape, node.integer("axis", -1));
            case "InstanceNormalization", "GroupNormalization", "LRN", "GlobalAveragePool", "GlobalMaxPool" ->
                after(shape, 1);
            case "CumSum", "Slice" -> otherAxes(node, operator.equals("Slice") ? 3 : 1, shape);
            case "MatMul" -> batched(shape, -1) || contracted(node);
            case "Gemm" -> batched(shape, node.integer("transA", 0) == 0 ? 1 : 0);
            default -> false;
        };
    }

    private boolean contracted(Node node) throws GraphException {
        long[] right = shapes.shape(node.inputs().get(1));
        return batched(right, right.length > 1 ? -2 : 0);
    }

    private boolean reduces(Node node, long[] shape) {
        Optional<Constant> axes = node.input(1).flatMap(shapes::constant);
        if (node.input(1).isEmpty()) {
            return node.integer("noop_with_empty_axes", 0) == 0 && after(shape, 0);
        }
        return axes.isEmpty() || Arrays.stream(axes.get().toIntegers()).anyMatch(axis -> batched(shape, axis));
    }

    /** A slice that keeps the whole axis does not mix, so only changed extents count. */
    private boolean otherAxes(Node node, int input, long[] shape) throws GraphException {
        Optional<Constant> axes = node.input(input).flatMap(shapes::constant);
        if (node.operator().equals("Slice")) {
            long[] result = shapes.shape(node.output());
            for (int i = 0; i < shape.length; i++) {
                if (shape[i] < 0 && result[i] != shape[i]) {
                    return true;
                }
            }
            return false;
        }
        return axes.isEmpty() || Arrays.stream(axes.get().toIntegers()).anyMatch(axis -> batched(shape, axis));
    }

    private static boolean after(long[] shape, long axis) {
        int from = (int) (axis < 0 ? axis + shape.length : axis);
        return Arrays.stream(shape, Math.min(from, shape.length), shape.length).anyMatch(extent -> extent < 0);
    }

    private static boolean batched(long[] shape, long axis) {
        int at = (int) (axis < 0 ? axis + shape.length : axis);
        return at < shape.length && shape[at] < 0;
    }
}
