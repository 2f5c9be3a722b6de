package vermeer.graph.shape;

/** Where an element of a broadcast result comes from in a smaller tensor. */
final class Places {
    private final int[] extents;
    private final int[] strides;
    private final boolean same;

    /** @param result a shape that {@code shape} can be broadcast to */
    Places(long[] shape, long[] result) {
        extents = new int[result.length];
        strides = new int[result.length];
        int stride = 1;
        int kept = 1;
        for (int i = 1; i <= result.length; i++) {
            int axis = result.length - i;
            extents[axis] = Math.toIntExact(result[axis]);
            kept *= extents[axis];
            if (i <= shape.length) {
                long extent = shape[shape.length - i];
                strides[axis] = extent == 1 ? 0 : stride;
                stride *= Math.toIntExact(extent);
            }
        }
        same = stride == kept;
    }

    int of(int index) {
        if (same) {
            return index;
        }
        int place = 0;
        int rest = index;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            place += rest % extents[axis] * strides[axis];
            rest /= extents[axis];
        }
        return place;
    }
}
