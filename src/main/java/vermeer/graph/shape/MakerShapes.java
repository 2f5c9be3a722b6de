package vermeer.graph.shape;

import java.util.Arrays;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of operators that make new values. */
final class MakerShapes {

    private MakerShapes() {}

    static TensorType shape(Call call) throws UnknownShapeException {
        int[] range = shapeRange(call);
        return new TensorType(ElementType.INT64, new long[] {range[1] - range[0]});
    }

    /** Which axes a Shape node reports: attributes start and end since opset 15. */
    static int[] shapeRange(Call call) throws UnknownShapeException {
        int rank = call.rank(0);
        int start = clamp(call.node().integer("start", 0), rank);
        int end = clamp(call.node().integer("end", rank), rank);
        return new int[] {start, Math.max(start, end)};
    }

    private static int clamp(long axis, int rank) {
        return (int) Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    static TensorType size(Call call) {
        return new TensorType(ElementType.INT64, new long[0]);
    }

    static TensorType constantOfShape(Call call) throws UnknownShapeException {
        ElementType type = call.node().attributes().get("value") instanceof Attribute.Value value
                ? value.constant().type()
                : ElementType.FLOAT;
        long[] shape = call.find(0).isPresent() ? call.value(0).extents() : LayoutShapes.unknown(call, 0);
        return new TensorType(type, shape);
    }

    static TensorType eyeLike(Call call) throws UnknownShapeException {
        long code = call.node().integer("dtype", 0);
        return code == 0 ? call.input(0) : call.input(0).as(ElementType.of((int) code));
    }

    static TensorType range(Call call) throws UnknownShapeException {
        boolean known = call.find(0).isPresent()
                && call.find(1).isPresent()
                && call.find(2).isPresent();
        return new TensorType(call.type(0), new long[] {known ? length(call) : Graph.UNKNOWN});
    }

    private static long length(Call call) throws UnknownShapeException {
        Known limit = call.value(1);
        Known start = call.value(0);
        boolean fromZero = start.perBatch(0) == 0 && start.fixed()[0] == 0;
        if (limit.perBatch(0) != 0 && fromZero && call.value(2).number(0) == 1) {
            return limit.extent(0);
        }
        double steps =
                Math.ceil((limit.number(0) - start.number(0)) / call.value(2).number(0));
        return (long) Math.max(0, steps);
    }

    static TensorType oneHot(Call call) throws UnknownShapeException, GraphException {
        long[] indices = call.shape(0);
        int axis = call.axis("axis", -1, indices.length + 1);
        long[] shape = Arrays.copyOf(indices, indices.length + 1);
        System.arraycopy(indices, axis, shape, axis + 1, indices.length - axis);
        shape[axis] = call.find(1).isPresent() ? call.value(1).extent(0) : Graph.UNKNOWN;
        return new TensorType(call.type(2), shape);
    }

    static TensorType nonZero(Call call) throws UnknownShapeException {
        return new TensorType(ElementType.INT64, new long[] {call.rank(0), Graph.UNKNOWN});
    }
}
