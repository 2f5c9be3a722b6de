package vermeer.evaluation;

import java.util.Locale;

/**
 * An estimate with its 95 % interval.
 *
 * @param value the estimate
 * @param low the lower end; NaN where nothing can be said
 * @param high the upper end; NaN where nothing can be said
 */
public record Interval(double value, double low, double high) {
    /** The quantile of the normal distribution that leaves 2.5 % above it. */
    static final double Z = 1.959963984540054;

    /** An estimate without a picture behind it. */
    public static Interval unknown() {
        return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * A share with Wilson's score interval, which stays within 0 to 1 and holds for few pictures and for shares near the ends
     * (Wilson 1927; Newcombe 1998, method 3).
     *
     * @param hits from 0 to {@code total}
     */
    public static Interval wilson(int hits, int total) {
        if (hits < 0 || hits > total) {
            throw new IllegalArgumentException(hits + " of " + total + " is no share");
        }
        if (total == 0) {
            return unknown();
        }
        double share = (double) hits / total;
        double square = Z * Z;
        double centre = (2 * hits + square) / (2 * (total + square));
        double half = Z * Math.sqrt(square + 4 * hits * (1 - share)) / (2 * (total + square));
        return new Interval(share, hits == 0 ? 0 : centre - half, hits == total ? 1 : centre + half);
    }

    /** One minus this: the error of an accuracy. */
    public Interval complement() {
        return new Interval(1 - value, 1 - high, 1 - low);
    }

    /** Whether anything is known. */
    public boolean known() {
        return !Double.isNaN(value);
    }

    /** Whether a number lies inside. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }

    /** {@code 94.1 % (89.2 to 96.9)}; {@code unknown} where it is not known. */
    public String percent() {
        return known()
                ? String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * value, 100 * low, 100 * high)
                : "unknown";
    }

    /** {@code 0.214 (0.152 to 0.301)}; {@code unknown} where it is not known. */
    public String number() {
        return known() ? String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value, low, high) : "unknown";
    }
}
