package vermeer.trust;

import java.util.Arrays;

/** Spearman's rank correlation: Pearson's of the ranks, equal values sharing their mean rank. */
final class RankCorrelation {
    private RankCorrelation() {}

    /** Between -1 and 1; 0 where one side is constant. */
    static double spearman(float[] a, float[] b) {
        return pearson(ranks(a), ranks(b));
    }

    /** The rank of each value, from 0; equal values share their mean rank. */
    static double[] ranks(float[] values) {
        long[] order = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            order[i] = (long) rising(values[i]) << 32 | i;
        }
        Arrays.sort(order);
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end + 1 < order.length && values[(int) order[end + 1]] == values[(int) order[start]]) {
                end++;
            }
            for (int i = start; i <= end; i++) {
                ranks[(int) order[i]] = (start + end) / 2.0;
            }
            start = end + 1;
        }
        return ranks;
    }

    /** A number that is the larger the larger the value is; boxing the places to sort them took most of the time. */
    private static int rising(float value) {
        int bits = Float.floatToIntBits(value);
        return bits ^ bits >> 31 & Integer.MAX_VALUE;
    }

    /** Pearson's correlation, between -1 and 1; 0 where one side is constant. */
    static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squareA += Math.pow(a[i] - meanA, 2);
            squareB += Math.pow(b[i] - meanB, 2);
        }
        return squareA == 0 || squareB == 0 ? 0 : product / Math.sqrt(squareA * squareB);
    }
}
