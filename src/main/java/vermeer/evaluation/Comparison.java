package vermeer.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two models on the same pictures.
 *
 * @param pictures how many
 * @param onlyFirst pictures that only the first answered rightly
 * @param onlySecond pictures that only the second answered rightly
 * @param gain the second's accuracy less the first's, with the interval of Bonett and Price (2012) for paired shares
 * @param p McNemar's exact two-sided probability of a split at least so uneven if both were equally good
 */
public record Comparison(int pictures, int onlyFirst, int onlySecond, Interval gain, double p) {

    /**
     * @param first predictions of the same pictures in the same order as {@code second}
     * @throws IllegalArgumentException where the pictures or labels differ
     */
    public static Comparison of(Predictions first, Predictions second) {
        if (!first.pictures().equals(second.pictures()) || !java.util.Arrays.equals(first.labels(), second.labels())) {
            throw new IllegalArgumentException("the two models answered for different pictures");
        }
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int i = 0; i < first.size(); i++) {
            onlyFirst += first.correct(i) && !second.correct(i) ? 1 : 0;
            onlySecond += second.correct(i) && !first.correct(i) ? 1 : 0;
        }
        return of(first.size(), onlyFirst, onlySecond);
    }

    /** Of counts. */
    static Comparison of(int pictures, int onlyFirst, int onlySecond) {
        return new Comparison(
                pictures,
                onlyFirst,
                onlySecond,
                gain(pictures, onlyFirst, onlySecond),
                exact(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond));
    }

    private static Interval gain(int pictures, int onlyFirst, int onlySecond) {
        if (pictures == 0) {
            return Interval.unknown();
        }
        double lost = (onlyFirst + 1.0) / (pictures + 2);
        double won = (onlySecond + 1.0) / (pictures + 2);
        double half = Interval.Z * Math.sqrt((won + lost - (won - lost) * (won - lost)) / (pictures + 2));
        double value = (double) (onlySecond - onlyFirst) / pictures;
        return new Interval(value, Math.max(-1, won - lost - half), Math.min(1, won - lost + half));
    }

    /** Twice the probability of at most {@code fewer} heads among {@code tosses}, at most 1. */
    private static double exact(int fewer, int tosses) {
        double logarithm = -tosses * Math.log(2);
        double sum = 0;
        for (int k = 0; k <= fewer; k++) {
            sum += Math.exp(logarithm);
            logarithm += Math.log(tosses - k) - Math.log(k + 1.0);
        }
        return Math.min(1, 2 * sum);
    }

    /** Indices of the pictures that the two answer differently: those that one of them gets right first, then by loss. */
    public static List<Integer> disagreements(Predictions first, Predictions second) {
        return IntStream.range(0, first.size())
                .filter(i -> first.predicted(i) != second.predicted(i))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> first.correct(i) || second.correct(i) ? 0 : 1)
                        .thenComparingDouble(i -> -Math.abs(first.loss(i) - second.loss(i)))
                        .thenComparingInt(i -> i))
                .toList();
    }
}
