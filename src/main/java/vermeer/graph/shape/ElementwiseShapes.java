package vermeer.graph.shape;

import java.util.List;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of operators that work element by element. */
final class ElementwiseShapes {

    private ElementwiseShapes() {}

    static TensorType same(Call call) throws UnknownShapeException {
        return call.input(0);
    }

    static TensorType broadcast(Call call) throws UnknownShapeException, GraphException {
        return new TensorType(call.type(0), joint(call, 0));
    }

    static TensorType compare(Call call) throws UnknownShapeException, GraphException {
        return new TensorType(ElementType.BOOL, joint(call, 0));
    }

    static TensorType where(Call call) throws UnknownShapeException, GraphException {
        return new TensorType(call.type(1), joint(call, 0));
    }

    static TensorType cast(Call call) throws UnknownShapeException {
        return call.input(0).as(ElementType.of((int) call.node().integer("to", 1)));
    }

    static TensorType castLike(Call call) throws UnknownShapeException {
        return call.input(0).as(call.type(1));
    }

    static List<TensorType> dropout(Call call) throws UnknownShapeException {
        return List.of(call.input(0), call.input(0).as(ElementType.BOOL));
    }

    static TensorType quantize(Call call) throws UnknownShapeException {
        if (call.has(2)) {
            return call.input(0).as(call.type(2));
        }
        long code = call.node().integer("output_dtype", 0);
        return call.input(0).as(code == 0 ? ElementType.UINT8 : ElementType.of((int) code));
    }

    static TensorType dequantize(Call call) throws UnknownShapeException {
        return call.input(0).as(call.type(1));
    }

    static List<TensorType> dynamicQuantize(Call call) throws UnknownShapeException {
        return List.of(
                call.input(0).as(ElementType.UINT8),
                new TensorType(ElementType.FLOAT, new long[0]),
                new TensorType(ElementType.UINT8, new long[0]));
    }

    private static long[] joint(Call call, int first) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(first);
        for (int i = first + 1; i < call.node().inputs().size(); i++) {
            shape = joint(call, shape, call.shape(i));
        }
        return shape;
    }

    /** Both shapes, broadcast to each other: aligned at the end, an extent of 1 repeated. */
    static long[] joint(Call call, long[] a, long[] b) throws GraphException {
        long[] shape = new long[Math.max(a.length, b.length)];
        for (int i = 1; i <= shape.length; i++) {
            long left = i <= a.length ? a[a.length - i] : 1;
            long right = i <= b.length ? b[b.length - i] : 1;
            shape[shape.length - i] = joint(call, left, right, a, b);
        }
        return shape;
    }

    private static long joint(Call call, long left, long right, long[] a, long[] b) throws GraphException {
        if (left == right || right == 1) {
            return left;
        }
        if (left == 1) {
            return right;
        }
        boolean open = left < 0 || right < 0;
        if (!open) {
            throw call.misfit(Extents.text(a) + " and " + Extents.text(b) + " cannot be broadcast to each other");
        }
        return left == Graph.UNKNOWN && right > 1 ? right : right == Graph.UNKNOWN && left > 1 ? left : Graph.UNKNOWN;
    }
}
