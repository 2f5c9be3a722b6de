package vermeer.graph.shape;

import java.util.Arrays;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;

/** Shapes of matrix products. */
final class ProductShapes {

    private ProductShapes() {}

    static TensorType gemm(Call call) throws UnknownShapeException, GraphException {
        boolean leftTurned = call.node().integer("transA", 0) != 0;
        boolean rightTurned = call.node().integer("transB", 0) != 0;
        long[] a = call.shape(0);
        long[] b = call.shape(1);
        if (a.length != 2 || b.length != 2) {
            throw call.misfit("it multiplies " + Extents.text(a) + " with " + Extents.text(b));
        }
        meet(call, a[leftTurned ? 0 : 1], b[rightTurned ? 1 : 0], a, b);
        return call.input(0).shaped(a[leftTurned ? 1 : 0], b[rightTurned ? 0 : 1]);
    }

    static TensorType matMul(Call call) throws UnknownShapeException, GraphException {
        return call.input(0).shaped(product(call, call.shape(0), call.shape(1)));
    }

    static TensorType matMulInteger(Call call) throws UnknownShapeException, GraphException {
        return matMul(call).as(ElementType.INT32);
    }

    static TensorType quantizedMatMul(Call call) throws UnknownShapeException, GraphException {
        return new TensorType(call.type(7), product(call, call.shape(0), call.shape(3)));
    }

    /** As numpy.matmul: vectors gain an axis that is dropped again, and the axes in front are broadcast. */
    private static long[] product(Call call, long[] a, long[] b) throws GraphException {
        if (a.length == 0 || b.length == 0) {
            throw call.misfit("a scalar is no matrix");
        }
        long[] left = a.length == 1 ? new long[] {1, a[0]} : a;
        long[] right = b.length == 1 ? new long[] {b[0], 1} : b;
        meet(call, left[left.length - 1], right[right.length - 2], a, b);
        long[] front = ElementwiseShapes.joint(
                call, Arrays.copyOf(left, left.length - 2), Arrays.copyOf(right, right.length - 2));
        int kept = (a.length == 1 ? 0 : 1) + (b.length == 1 ? 0 : 1);
        long[] shape = Arrays.copyOf(front, front.length + kept);
        if (a.length > 1) {
            shape[front.length] = left[left.length - 2];
        }
        if (b.length > 1) {
            shape[shape.length - 1] = right[right.length - 1];
        }
        return shape;
    }

    private static void meet(Call call, long left, long right, long[] a, long[] b) throws GraphException {
        if (left >= 0 && right >= 0 && left != right) {
            throw call.misfit("it multiplies " + Extents.text(a) + " with " + Extents.text(b));
        }
    }
}
