package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Extents;

/** Until opset 7 the second operand was broadcast only on request, and from a named axis on. */
final class OldBroadcast {

    private OldBroadcast() {}

    static void binary(Node node, int from, Draft draft) throws GraphException {
        String second = node.inputs().get(1);
        if (node.integer("broadcast", 0) != 0 && node.attributes().containsKey("axis")) {
            long[] small = draft.shapes().shape(second);
            int rank = draft.shapes().shape(node.inputs().get(0)).length;
            int axis = (int) node.integer("axis", 0);
            second = trailingOnes(second, small, rank - (axis < 0 ? axis + rank : axis), node, draft);
        }
        draft.add(OldAttributes.with(
                node, List.of(node.inputs().get(0), second), OldAttributes.without(node, "broadcast", "axis")));
    }

    static void gemm(Node node, int from, Draft draft) throws GraphException {
        draft.add(OldAttributes.with(node, node.inputs(), OldAttributes.without(node, "broadcast")));
    }

    /** Until opset 7 one slope a channel was a plain vector. */
    static void prelu(Node node, int from, Draft draft) throws GraphException {
        String slope = node.inputs().get(1);
        long[] shape = draft.shapes().shape(slope);
        int rank = draft.shapes().shape(node.inputs().get(0)).length;
        boolean perChannel = shape.length == 1 && shape[0] > 1 && rank > 2;
        String wide = perChannel ? trailingOnes(slope, shape, rank - 1, node, draft) : slope;
        draft.add(OldAttributes.with(node, List.of(node.inputs().get(0), wide), OldAttributes.without(node)));
    }

    private static String trailingOnes(String value, long[] shape, int rank, Node node, Draft draft)
            throws GraphException {
        if (rank < shape.length || !Extents.fixed(shape)) {
            throw new GraphException(
                    node.describe() + " broadcasts " + Extents.text(shape) + " where it does not fit.");
        }
        long[] wide = Arrays.copyOf(shape, rank);
        Arrays.fill(wide, shape.length, rank, 1);
        return draft.add("Reshape", Map.of(), value, draft.constant(Constant.integers(wide)));
    }
}
