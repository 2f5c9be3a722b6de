package vermeer.graph.gradient;

import java.util.Arrays;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Axes of shapes whose extents may be multiples of the batch size (see {@link vermeer.graph}). */
final class Axes {

    private Axes() {}

    /** An axis counted from the front. */
    static int fromFront(long axis, int rank) {
        return Math.toIntExact(axis < 0 ? axis + rank : axis);
    }

    /** @throws GraphException where the extent depends on the batch size or is unknown */
    static int extent(long[] shape, int axis, Node node) throws GraphException {
        if (shape[axis] < 0) {
            throw new GraphException("The operator " + node.describe() + " works along the batch (axis " + axis
                    + "), which mixes pictures and has no gradient rule.");
        }
        return Math.toIntExact(shape[axis]);
    }

    /**
     * The product of the extents {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws GraphException where an extent is unknown, or more than one is a multiple of the batch size
     */
    static long product(long[] shape, int from, int to, Node node) throws GraphException {
        long product = 1;
        for (int i = from; i < to; i++) {
            if (shape[i] == Graph.UNKNOWN || product < 0 && shape[i] < 0) {
                throw new GraphException(
                        node.describe() + " has a shape that is not known before it runs: " + Arrays.toString(shape));
            }
            product = Math.multiplyExact(product, shape[i]);
        }
        return product;
    }

    /** A copy with one extent replaced. */
    static long[] with(long[] shape, int axis, long extent) {
        long[] copy = shape.clone();
        copy[axis] = extent;
        return copy;
    }
}
