package vermeer.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pictures ordered once by the score of one class, so that the areas under the curves of many samples of them cost one walk
 * each.
 */
final class RankedScores {
    private final int[] order;
    private final double[] scores;
    private final boolean[] positive;
    private final int[] times;

    /**
     * @param scores larger where a picture looks more like the class
     * @param positive whether it is of the class
     */
    RankedScores(double[] scores, boolean... positive) {
        this.scores = scores;
        this.positive = positive;
        this.times = new int[scores.length];
        this.order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * {@link ScoreCurve#rocArea()} and {@link ScoreCurve#averagePrecision()} of the drawn pictures, which may come more than
     * once.
     */
    double[] areas(int... drawn) {
        java.util.Arrays.fill(times, 0);
        for (int picture : drawn) {
            times[picture]++;
        }
        long hits = 0;
        long alarms = 0;
        double roc = 0;
        double precision = 0;
        for (int at = 0; at < order.length; ) {
            long newHits = 0;
            long newAlarms = 0;
            double score = scores[order[at]];
            for (; at < order.length && scores[order[at]] == score; at++) {
                newHits += positive[order[at]] ? times[order[at]] : 0;
                newAlarms += positive[order[at]] ? 0 : times[order[at]];
            }
            roc += newAlarms * (hits + newHits / 2.0);
            hits += newHits;
            alarms += newAlarms;
            precision += newHits == 0 ? 0 : (double) newHits * hits / (hits + alarms);
        }
        boolean known = hits > 0 && alarms > 0;
        return known ? new double[] {roc / hits / alarms, precision / hits} : new double[] {Double.NaN, Double.NaN};
    }
}
