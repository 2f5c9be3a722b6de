package vermeer.trust;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The order in which a map ranks the places of a picture. */
final class PixelOrder {
    private PixelOrder() {}

    /** Indices by falling value; equal values by index. */
    static int[] falling(float[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(-values[i]);
            // Negative floats have rising bits where their values fall; turned round, whole numbers sort as floats do.
            int rising = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[i] = (long) rising << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** The same order from its end: least relevant first. */
    static int[] rising(float[] values) {
        int[] falling = falling(values);
        return IntStream.range(0, falling.length)
                .map(i -> falling[falling.length - 1 - i])
                .toArray();
    }
}
