package vermeer.attack;

import java.util.ArrayList;
import java.util.List;
import vermeer.evaluation.Interval;

/**
 * How many pictures keep their answer under an attack of growing size.
 *
 * @param points one an epsilon, smallest first
 */
public record EpsilonCurve(List<Point> points) {

    /**
     * One epsilon.
     *
     * @param pictures attacked
     * @param foundUnrounded how many were fooled before rounding to 8 bits
     * @param found how many were fooled after it
     */
    public record Point(double epsilon, int pictures, int foundUnrounded, int found) {

        /** The share that keeps its answer, with its 95 % confidence interval. */
        public Interval accuracy() {
            return Interval.wilson(pictures - found, pictures);
        }

        /** The same before rounding. */
        public Interval accuracyUnrounded() {
            return Interval.wilson(pictures - foundUnrounded, pictures);
        }

        Point plus(boolean unrounded, boolean rounded) {
            return new Point(epsilon, pictures + 1, foundUnrounded + (unrounded ? 1 : 0), found + (rounded ? 1 : 0));
        }
    }

    public EpsilonCurve {
        points = List.copyOf(points);
    }

    /** A curve without pictures. */
    public static EpsilonCurve at(List<Double> epsilons) {
        return new EpsilonCurve(epsilons.stream()
                .sorted()
                .distinct()
                .map(epsilon -> new Point(epsilon, 0, 0, 0))
                .toList());
    }

    /** This curve with one more picture. */
    public EpsilonCurve plus(List<AttackResult> results) {
        List<Point> more = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            more.add(points.get(i)
                    .plus(results.get(i).foundUnrounded(), results.get(i).found()));
        }
        return new EpsilonCurve(more);
    }

    /** The epsilons. */
    public List<Double> epsilons() {
        return points.stream().map(Point::epsilon).toList();
    }
}
