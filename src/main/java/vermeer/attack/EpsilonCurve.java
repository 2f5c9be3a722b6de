package vermeer.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vermeer.evaluation.Interval;

/**
 * How many pictures keep their answer under an attack of growing size; of pictures whose true class is known, also how many
 * are right.
 *
 * @param points one an epsilon, smallest first
 * @param labelled pictures whose true class is known
 * @param right how many of these the network classifies rightly before any attack
 */
public record EpsilonCurve(List<Point> points, int labelled, int right) {

    /**
     * One epsilon.
     *
     * @param pictures attacked
     * @param foundUnrounded how many were fooled before rounding to 8 bits
     * @param found how many were fooled after it
     * @param labelled pictures whose true class is known
     * @param right how many of these were classified rightly before the attack and still are after it, rounded
     */
    public record Point(double epsilon, int pictures, int foundUnrounded, int found, int labelled, int right) {

        /** The share that keeps the network's own answer, right or wrong, with its 95 % confidence interval. */
        public Interval accuracy() {
            return Interval.wilson(pictures - found, pictures);
        }

        /** The same before rounding. */
        public Interval accuracyUnrounded() {
            return Interval.wilson(pictures - foundUnrounded, pictures);
        }

        /** The share of the pictures with a label that is right under attack, after rounding. */
        public Interval labelAccuracy() {
            return Interval.wilson(right, labelled);
        }

        private Point plus(AttackResult result, boolean known, boolean stillRight) {
            return new Point(
                    epsilon,
                    pictures + 1,
                    foundUnrounded + (result.foundUnrounded() ? 1 : 0),
                    found + (result.found() ? 1 : 0),
                    labelled + (known ? 1 : 0),
                    right + (stillRight ? 1 : 0));
        }
    }

    public EpsilonCurve {
        points = List.copyOf(points);
    }

    /** A curve without pictures. */
    public static EpsilonCurve at(List<Double> epsilons) {
        return new EpsilonCurve(
                epsilons.stream()
                        .sorted()
                        .distinct()
                        .map(epsilon -> new Point(epsilon, 0, 0, 0, 0, 0))
                        .toList(),
                0,
                0);
    }

    /** This curve with one more picture, whose true class nobody has told. */
    public EpsilonCurve plus(List<AttackResult> results) {
        return plus(results, OptionalInt.empty());
    }

    /**
     * This curve with one more picture.
     *
     * @param results one an epsilon; each away from the network's own answer or towards a target
     * @param label its true class, where that is known. A picture that is wrong before the attack counts as wrong at every
     *     epsilon, also where the attack happens to put it right
     */
    public EpsilonCurve plus(List<AttackResult> results, OptionalInt label) {
        boolean known = label.isPresent();
        boolean rightBefore = known
                && !results.isEmpty()
                && Goal.answer(results.get(0).clean().data()) == label.getAsInt();
        List<Point> more = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            AttackResult result = results.get(i);
            boolean rightAfter = rightBefore && Goal.answer(result.rounded().data()) == label.getAsInt();
            more.add(points.get(i).plus(result, known, rightAfter));
        }
        return new EpsilonCurve(more, labelled + (known ? 1 : 0), right + (rightBefore ? 1 : 0));
    }

    /** The share of the pictures with a label that is right before any attack. */
    public Interval cleanLabelAccuracy() {
        return Interval.wilson(right, labelled);
    }

    /** The epsilons. */
    public List<Double> epsilons() {
        return points.stream().map(Point::epsilon).toList();
    }
}
