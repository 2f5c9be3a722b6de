package vermeer.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well one class's probability tells its pictures from the others: one point for every threshold that changes anything,
 * from the strictest on.
 *
 * @param points ordered by falling threshold; empty where the class or its opposite has no picture
 * @param positives pictures of the class
 * @param negatives pictures of other classes
 */
public record ScoreCurve(List<Point> points, int positives, int negatives) {

    /**
     * Pictures with at least this probability are called the class.
     *
     * @param hits pictures of the class among them
     * @param alarms pictures of other classes among them
     */
    public record Point(double threshold, int hits, int alarms) {

        /** Of those called the class, the share that is. */
        public double precision() {
            return (double) hits / (hits + alarms);
        }
    }

    public ScoreCurve {
        points = List.copyOf(points);
    }

    /** One class against the rest, by its probability. */
    public static ScoreCurve of(Predictions predictions, int index) {
        double[] scores = predictions.scores(index);
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = predictions.labels()[i] == index;
        }
        return of(scores, positive);
    }

    /**
     * Of any score.
     *
     * @param scores larger where a picture looks more like the class
     * @param positive whether it is of the class
     */
    public static ScoreCurve of(double[] scores, boolean... positive) {
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .toList();
        List<Point> points = new ArrayList<>();
        int hits = 0;
        int alarms = 0;
        for (int at = 0; at < order.size(); at++) {
            int picture = order.get(at);
            hits += positive[picture] ? 1 : 0;
            alarms += positive[picture] ? 0 : 1;
            boolean last = at + 1 == order.size() || scores[order.get(at + 1)] != scores[picture];
            if (last) {
                points.add(new Point(scores[picture], hits, alarms));
            }
        }
        return new ScoreCurve(hits == 0 || alarms == 0 ? List.of() : points, hits, alarms);
    }

    /** Whether there are pictures of the class and of others. */
    public boolean known() {
        return !points.isEmpty();
    }

    /** The share of the class's pictures that a threshold finds: recall, or true-positive rate. */
    public double recall(Point point) {
        return (double) point.hits() / positives;
    }

    /** The share of the other pictures that a threshold takes for the class: false-positive rate. */
    public double alarmRate(Point point) {
        return (double) point.alarms() / negatives;
    }

    /**
     * The area under the ROC curve, by trapezoids: the probability that a picture of the class gets a larger score than another,
     * ties counted half. NaN where it is not known.
     */
    public double rocArea() {
        double area = 0;
        Point before = new Point(Double.POSITIVE_INFINITY, 0, 0);
        for (Point point : points) {
            area += (double) (point.alarms() - before.alarms()) * (point.hits() + before.hits()) / 2;
            before = point;
        }
        return known() ? area / positives / negatives : Double.NaN;
    }

    /** Average precision: the area under precision over recall, in steps, not by trapezoids. NaN where it is not known. */
    public double averagePrecision() {
        double area = 0;
        int hits = 0;
        for (Point point : points) {
            area += (double) (point.hits() - hits) / positives * point.precision();
            hits = point.hits();
        }
        return known() ? area : Double.NaN;
    }
}
