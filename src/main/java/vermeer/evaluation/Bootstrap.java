package vermeer.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * 95 % intervals of whatever can be computed from a sample: the 2.5th and 97.5th percentile of its values on samples drawn
 * from the sample with replacement (Efron 1979). Draws where it is not defined, such as the recall of a class that was not
 * drawn, are left out.
 *
 * @param draws how many samples are drawn, at least 40
 * @param seed the same seed, the same interval
 */
public record Bootstrap(int draws, long seed) {

    public Bootstrap {
        if (draws < 40) {
            throw new IllegalArgumentException("an interval needs 40 draws or more, not " + draws);
        }
    }

    /** A thousand draws with seed 0. */
    public Bootstrap() {
        this(1000, 0);
    }

    /**
     * The interval of a statistic.
     *
     * @param size the number of pictures
     * @param statistic of pictures by their indices, which may come more than once; NaN where it is not defined
     */
    public Interval of(int size, ToDoubleFunction<int[]> statistic) {
        if (size == 0) {
            return Interval.unknown();
        }
        double value = statistic.applyAsDouble(IntStream.range(0, size).toArray());
        return Double.isNaN(value) ? Interval.unknown() : percentiles(value, values(size, statistic));
    }

    /** The statistic on every draw, in the order of the draws. */
    public double[] values(int size, ToDoubleFunction<int[]> statistic) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[draws];
        int[] drawn = new int[size];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < size; i++) {
                drawn[i] = random.nextInt(size);
            }
            values[draw] = statistic.applyAsDouble(drawn);
        }
        return values;
    }

    /** An estimate with the percentiles of drawn values. */
    static Interval percentiles(double value, double... drawn) {
        double[] sorted = Arrays.stream(drawn)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Interval.unknown()
                : new Interval(value, quantile(sorted, 0.025), quantile(sorted, 0.975));
    }

    /** The quantile of sorted values, linear between neighbours. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
