package vermeer.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How numbers are spread.
 *
 * @param count how many numbers
 * @param mean their mean
 * @param deviation their standard deviation
 * @param min the smallest
 * @param max the largest
 * @param zeros the share that is exactly 0, 0 to 1
 * @param histogram how many lie in each of {@value #BINS} bins of equal width from the smallest to the largest
 */
public record Statistics(
        long count, double mean, double deviation, double min, double max, double zeros, List<Integer> histogram) {
    public static final int BINS = 40;

    /**
     * Counts.
     *
     * @param values at least one
     */
    public static Statistics of(float[] values) {
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        int zeros = 0;
        for (float value : values) {
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
            zeros += value == 0 ? 1 : 0;
        }
        double mean = sum / values.length;
        double squares = 0;
        int[] bins = new int[BINS];
        for (float value : values) {
            squares += (value - mean) * (value - mean);
            bins[max > min ? Math.min(BINS - 1, (int) ((value - min) / (max - min) * BINS)) : 0]++;
        }
        return new Statistics(
                values.length,
                mean,
                Math.sqrt(squares / values.length),
                min,
                max,
                (double) zeros / values.length,
                IntStream.of(bins).boxed().toList());
    }
}
