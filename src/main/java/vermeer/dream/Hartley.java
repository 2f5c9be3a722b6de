package vermeer.dream;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * The two-dimensional Hartley transform: the Fourier transform for real numbers (cosine plus sine along each axis, Bracewell
 * 1983). Normalised so, it is its own inverse and its own transpose.
 *
 * @param rows a power of two
 * @param columns a power of two
 */
record Hartley(int rows, int columns) {

    /** The smallest power of two that is at least this. */
    static int atLeast(int extent) {
        return Math.max(2, Integer.highestOneBit(Math.max(1, extent - 1)) << 1);
    }

    /** Transforms {@code [rows, columns]} values in place. */
    void transform(float[] values, int offset) {
        for (int row = 0; row < rows; row += 2) {
            pair(values, offset + row * columns, columns, 1, columns);
        }
        for (int column = 0; column < columns; column += 2) {
            pair(values, offset + column, 1, columns, rows);
        }
    }

    /** Two lines at once: one is the real, the other the imaginary part of one Fourier transform. */
    private static void pair(float[] values, int first, int apart, int step, int length) {
        double[][] line = new double[2][length];
        for (int i = 0; i < length; i++) {
            line[0][i] = values[first + i * step];
            line[1][i] = values[first + apart + i * step];
        }
        FastFourierTransformer.transformInPlace(line, DftNormalization.UNITARY, TransformType.FORWARD);
        for (int i = 0; i < length; i++) {
            int mirrored = (length - i) % length;
            double real = line[0][i];
            double imaginary = line[1][i];
            double otherReal = line[0][mirrored];
            double otherImaginary = line[1][mirrored];
            values[first + i * step] = (float) ((real + otherReal - imaginary + otherImaginary) / 2);
            values[first + apart + i * step] = (float) ((imaginary + otherImaginary - otherReal + real) / 2);
        }
    }
}
