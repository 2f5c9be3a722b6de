package vermeer.graph.prepare;

import java.util.stream.IntStream;

/**
 * A value that is another one with its axes in another order, before any node says so.
 *
 * @param source the other value
 * @param order for each axis the axis of {@code source} that it is, as in a Transpose's {@code perm}
 */
record Moved(String source, int[] order) {

    int rank() {
        return order.length;
    }

    /** Whether the axes are in their own order, so that the two values are the same. */
    boolean still() {
        return IntStream.range(0, order.length).allMatch(axis -> order[axis] == axis);
    }

    /** The axis of the source that an axis, perhaps counted from the end, is. */
    int axis(long axis) {
        return order[(int) (axis < 0 ? axis + order.length : axis)];
    }

    /** This value with its axes moved once more. */
    Moved then(int[] next) {
        return new Moved(source, IntStream.of(next).map(axis -> order[axis]).toArray());
    }

    /** The order that undoes this one. */
    int[] back() {
        int[] back = new int[order.length];
        for (int axis = 0; axis < back.length; axis++) {
            back[order[axis]] = axis;
        }
        return back;
    }
}
