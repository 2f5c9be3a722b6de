package vermeer.image;

import java.util.Arrays;

/**
 * The values at the two ends of a colour map. A map with negative values is shown from {@code -m} to {@code m}, so that
 * zero is in the middle; any other from 0 to its largest value, so that no colour exaggerates small differences.
 *
 * @param low the value at the low end
 * @param high the value at the high end; equal to {@code low} only where all values are zero
 * @param percentile which percentile of the absolute values the ends stand at, above 0 to 100; 100 where nothing is clipped
 */
public record Scale(double low, double high, double percentile) {

    public Scale {
        if (!(low <= high) || !(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("no scale from " + low + " to " + high + " at " + percentile + " %");
        }
    }

    /** The scale of a map from end to end. */
    public static Scale of(Heatmap map) {
        return of(map, 100);
    }

    /**
     * The scale of a map whose outliers are clipped.
     *
     * @param percentile of the absolute finite values; 99 lets one in a hundred lie beyond the ends
     */
    public static Scale of(Heatmap map, double percentile) {
        double end = percentile >= 100 ? Math.max(-map.min(), map.max()) : percentile(map.values(), percentile);
        if (end == 0) {
            end = Math.max(-map.min(), map.max());
        }
        return new Scale(map.min() < 0 ? -end : 0, end, percentile);
    }

    /** A scale that several maps share, so that they can be compared. */
    public static Scale fixed(double low, double high) {
        return new Scale(low, high, 100);
    }

    private static double percentile(float[] values, double percentile) {
        float[] sorted = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sorted[count++] = Math.abs(value);
            }
        }
        Arrays.sort(sorted, 0, count);
        return count == 0 ? 0 : sorted[(int) Math.max(0, Math.ceil(percentile / 100 * count) - 1)];
    }

    /** Whether zero is in the middle. */
    public boolean diverging() {
        return low < 0 && low == -high;
    }

    /** Whether there is nothing to show: every value is zero. */
    public boolean empty() {
        return low == high;
    }

    /** Whether values may lie beyond the ends. */
    public boolean clipped() {
        return percentile < 100;
    }

    /** Where a value lies between the ends, 0 to 1; of an empty scale, 0. NaN stays NaN. */
    public double share(double value) {
        return empty() && !Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    /** The value at a share. */
    public double value(double share) {
        return low + share * (high - low);
    }
}
