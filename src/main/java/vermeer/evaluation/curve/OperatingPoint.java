package vermeer.evaluation.curve;

import java.util.Optional;
import vermeer.data.balance.CostMatrix;
import vermeer.evaluation.Predictions;

/**
 * Where on its curves a class is answered now.
 *
 * @param threshold the probability from which it is the answer: of two classes the rule's own (0.5, or what the costs of
 *     mistakes make of it); of more, where the others matter too, the lowest with which a picture got it
 * @param recall the share of its pictures that are found
 * @param precision of the pictures that are called it, the share that is; NaN where none is
 * @param alarmRate the share of the other pictures that are called it
 */
public record OperatingPoint(double threshold, double recall, double precision, double alarmRate) {

    /** @return empty where the class or its opposite has no picture */
    static Optional<OperatingPoint> of(Predictions predictions, int index, double... scores) {
        int hits = 0;
        int alarms = 0;
        int positives = 0;
        double lowest = 1;
        for (int i = 0; i < scores.length; i++) {
            boolean its = predictions.labels()[i] == index;
            positives += its ? 1 : 0;
            if (predictions.predicted(i) == index) {
                hits += its ? 1 : 0;
                alarms += its ? 0 : 1;
                lowest = Math.min(lowest, scores[i]);
            }
        }
        int negatives = scores.length - positives;
        if (positives == 0 || negatives == 0) {
            return Optional.empty();
        }
        return Optional.of(new OperatingPoint(
                predictions.classes() == 2 ? threshold(predictions.costs(), index) : lowest,
                (double) hits / positives,
                hits + alarms == 0 ? Double.NaN : (double) hits / (hits + alarms),
                (double) alarms / negatives));
    }

    private static double threshold(Optional<CostMatrix> costs, int index) {
        return costs.map(matrix -> matrix.threshold(index, 1 - index)).orElse(0.5);
    }

    /** Whether anything is called the class. */
    public boolean answered() {
        return !Double.isNaN(precision);
    }
}
