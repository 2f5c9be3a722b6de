package vermeer.graph.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import vermeer.graph.Constant;

/** A constant with its axes in another order. */
final class TransposedConstant {
    private TransposedConstant() {}

    /**
     * @param constant of as many axes as {@code order} or fewer; those that lack are in front, of extent 1
     * @param order as a Transpose's {@code perm}
     */
    static Constant of(Constant constant, int[] order) {
        long[] from = filled(constant.shape(), order.length);
        long[] shape = new long[order.length];
        int[] strides = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            shape[axis] = from[order[axis]];
            int stride = 1;
            for (int later = order[axis] + 1; later < from.length; later++) {
                stride *= Math.toIntExact(from[later]);
            }
            strides[axis] = stride;
        }
        int bytes = constant.type().bytes();
        ByteBuffer read = constant.buffer();
        ByteBuffer written = ByteBuffer.allocateDirect(constant.size() * bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] at = new int[order.length];
        for (int i = 0; i < constant.size(); i++) {
            int place = 0;
            for (int axis = 0; axis < at.length; axis++) {
                place += at[axis] * strides[axis];
            }
            for (int b = 0; b < bytes; b++) {
                written.put(read.get(place * bytes + b));
            }
            advance(at, shape);
        }
        return new Constant(constant.type(), shape, written.flip());
    }

    private static void advance(int[] at, long[] shape) {
        for (int axis = at.length - 1; axis >= 0 && ++at[axis] == shape[axis]; axis--) {
            at[axis] = 0;
        }
    }

    private static long[] filled(long[] shape, int rank) {
        long[] filled = new long[rank];
        Arrays.fill(filled, 1);
        System.arraycopy(shape, 0, filled, rank - shape.length, shape.length);
        return filled;
    }
}
