package vermeer.graph.shape;

import java.util.Arrays;
import java.util.stream.Collectors;
import vermeer.graph.Graph;

/** Arithmetic with extents, of which negative ones are multiples of the batch size (see {@link vermeer.graph}). */
public final class Extents {
    private static final long UNKNOWN = Graph.UNKNOWN;

    private Extents() {}

    /** Whether every extent is a number or a multiple of the batch. */
    public static boolean known(long... shape) {
        return Arrays.stream(shape).noneMatch(extent -> extent == UNKNOWN);
    }

    /** Whether every extent is a number. */
    public static boolean fixed(long... shape) {
        return Arrays.stream(shape).noneMatch(extent -> extent < 0);
    }

    /** The extents for a batch of this size; unknown ones stay so. */
    public static long[] at(long[] shape, long batch) {
        return Arrays.stream(shape)
                .map(extent -> extent < 0 && extent != UNKNOWN ? -extent * batch : extent)
                .toArray();
    }

    /** The product of two extents; unknown where it would be a multiple of the batch's square. */
    public static long multiply(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == UNKNOWN || b == UNKNOWN || a < 0 && b < 0) {
            return a == 1 ? b : b == 1 ? a : UNKNOWN;
        }
        return Math.multiplyExact(a, b);
    }

    /** The sum of two extents; unknown where only one is a multiple of the batch. */
    public static long add(long a, long b) {
        if (a == 0 || b == 0) {
            return a + b;
        }
        boolean alike = a != UNKNOWN && b != UNKNOWN && a < 0 == b < 0;
        return alike ? Math.addExact(a, b) : UNKNOWN;
    }

    /** The product of a part of a shape. */
    public static long product(long[] shape, int from, int to) {
        return Arrays.stream(shape, from, to).reduce(1, Extents::multiply);
    }

    /** For messages: {@code [N, 3, 224, ?]}. */
    public static String text(long... shape) {
        return Arrays.stream(shape).mapToObj(Extents::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(long extent) {
        if (extent == UNKNOWN) {
            return "?";
        }
        return extent >= 0 ? Long.toString(extent) : extent == -1 ? "N" : -extent + "N";
    }
}
