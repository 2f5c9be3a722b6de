package vermeer.dream;

/**
 * The two-dimensional Hartley transform: the Fourier transform for real numbers (cosine plus sine along each axis; Bracewell:
 * The fast Hartley transform, 1984). Normalised so, it is its own inverse and its own transpose.
 *
 * <p>Every step works on whole rows, each an array of its own, which the compiler then turns into vector instructions: a step
 * of optimisation transforms three channels twice, and has to stay small beside a pass through a network.
 */
final class Hartley {
    private static final int BLOCK = 16;

    private final int rows;
    private final int columns;
    private final float scale;

    /**
     * @param rows a power of two
     * @param columns a power of two
     */
    Hartley(int rows, int columns) {
        if (Integer.bitCount(rows) != 1 || Integer.bitCount(columns) != 1) {
            throw new IllegalArgumentException(rows + " x " + columns + " are no powers of two");
        }
        this.rows = rows;
        this.columns = columns;
        this.scale = (float) (1 / Math.sqrt((double) rows * columns));
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** The smallest power of two that is at least this. */
    static int atLeast(int extent) {
        return extent <= 1 ? 1 : Integer.highestOneBit(extent - 1) << 1;
    }

    /** The transform of {@code [rows][columns]} values, which it may overwrite. */
    float[][] transform(float[][] values) {
        float[][] across = alongColumns(transposed(alongColumns(values)));
        float[][] both = transposed(across);
        for (float[] row : both) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= scale;
            }
        }
        return both;
    }

    /** Transforms every column, by halves (decimation in time), in place. */
    private static float[][] alongColumns(float[][] values) {
        int length = values.length;
        float[][] rows = bitReversed(values);
        for (int half = 1; half < length; half *= 2) {
            for (int start = 0; start < length; start += 2 * half) {
                alone(rows[start], rows[start + half]);
                if (half > 1) {
                    // In the middle the cosine is 0, the sine is 1 and the row is its own mirror image.
                    alone(rows[start + half / 2], rows[start + half + half / 2]);
                }
            }
            for (int k = 1; 2 * k < half; k++) {
                float cosine = (float) Math.cos(Math.PI * k / half);
                float sine = (float) Math.sin(Math.PI * k / half);
                for (int even = k; even < length; even += 2 * half) {
                    int mirrored = even - 2 * k + half;
                    pair(rows[even], rows[mirrored], rows[even + half], rows[mirrored + half], cosine, sine);
                }
            }
        }
        return rows;
    }

    /** {@code E + O} and, half a block later, {@code E - O}. */
    private static void alone(float[] even, float[] odd) {
        for (int i = 0; i < even.length; i++) {
            float sum = even[i] + odd[i];
            odd[i] = even[i] - odd[i];
            even[i] = sum;
        }
    }

    /**
     * Two rows that are each other's mirror images, so that all four are read and written once:
     * {@code E[k] + cos O[k] + sin O[-k]} and {@code E[-k] - cos O[-k] + sin O[k]}, and half a block later each with what is
     * added taken away.
     */
    private static void pair(
            float[] even, float[] evenMirrored, float[] odd, float[] oddMirrored, float cosine, float sine) {
        for (int i = 0; i < even.length; i++) {
            float added = cosine * odd[i] + sine * oddMirrored[i];
            float addedMirrored = sine * odd[i] - cosine * oddMirrored[i];
            odd[i] = even[i] - added;
            even[i] = even[i] + added;
            oddMirrored[i] = evenMirrored[i] - addedMirrored;
            evenMirrored[i] = evenMirrored[i] + addedMirrored;
        }
    }

    private static float[][] bitReversed(float[][] values) {
        float[][] reversed = new float[values.length][];
        int bits = Integer.numberOfTrailingZeros(values.length);
        for (int row = 0; row < values.length; row++) {
            reversed[row] = values[bits == 0 ? 0 : Integer.reverse(row) >>> (Integer.SIZE - bits)];
        }
        return reversed;
    }

    private static float[][] transposed(float[][] values) {
        int rows = values.length;
        int columns = values[0].length;
        float[][] transposed = new float[columns][rows];
        for (int top = 0; top < rows; top += BLOCK) {
            for (int left = 0; left < columns; left += BLOCK) {
                for (int row = top; row < Math.min(rows, top + BLOCK); row++) {
                    for (int column = left; column < Math.min(columns, left + BLOCK); column++) {
                        transposed[column][row] = values[row][column];
                    }
                }
            }
        }
        return transposed;
    }
}
