package vermeer.trust;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which a map ranks the places of a picture. */
final class PixelOrder {
    private PixelOrder() {}

    /** Indices by falling value; equal values by index. */
    static int[] falling(float[] values) {
        Integer[] indices = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(indices, Comparator.comparingDouble(index -> -values[index]));
        return Arrays.stream(indices).mapToInt(Integer::intValue).toArray();
    }

    /** The same order from its end: least relevant first. */
    static int[] rising(float[] values) {
        int[] falling = falling(values);
        return IntStream.range(0, falling.length)
                .map(i -> falling[falling.length - 1 - i])
                .toArray();
    }
}
