package vermeer.evaluation.curve;

import java.util.Arrays;

/**
 * A line as it is drawn, both values 0 to 1.
 *
 * @param x never falling
 * @param y one for each x
 * @param thresholds the probability at each place; NaN where none belongs to it
 */
public record Trace(double[] x, double[] y, double[] thresholds) {
    private static final double STEP = 0.002;

    /** Without places that nobody could tell from the one before; first and last stay. */
    Trace thinned() {
        int[] kept = new int[x.length];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            int last = count == 0 ? -1 : kept[count - 1];
            boolean far = last < 0 || Math.abs(x[i] - x[last]) >= STEP || Math.abs(y[i] - y[last]) >= STEP;
            if (far || i == x.length - 1) {
                kept[count++] = i;
            }
        }
        int[] chosen = Arrays.copyOf(kept, count);
        return new Trace(at(x, chosen), at(y, chosen), at(thresholds, chosen));
    }

    private static double[] at(double[] values, int... chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }
}
