package vermeer.train.loop;

import java.util.ArrayList;
import java.util.List;
import vermeer.train.EpochReport.Measured;
import vermeer.train.Monitor;

/** Measures probabilities against labels, and compares epochs. */
final class Judge {

    private Judge() {}

    /** The measures of one split. */
    static Measured measure(float[][] probabilities, int[] labels, int classes) {
        int[] right = new int[classes];
        int[] seen = new int[classes];
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            loss += loss(probabilities[i], 0, labels[i]);
            seen[labels[i]]++;
            right[labels[i]] += largest(probabilities[i], 0, classes) == labels[i] ? 1 : 0;
        }
        return measured(loss / Math.max(1, labels.length), right, seen);
    }

    /** Measures from counts. */
    static Measured measured(double loss, int[] right, int[] seen) {
        int all = 0;
        int hits = 0;
        List<Double> recalls = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            all += seen[i];
            hits += right[i];
            recalls.add(seen[i] == 0 ? Double.NaN : (double) right[i] / seen[i]);
        }
        return all == 0 ? Measured.none() : new Measured(all, loss, (double) hits / all, recalls);
    }

    /** The cross-entropy of one picture in nats. */
    static double loss(float[] probabilities, int at, int label) {
        return -StrictMath.log(Math.max(probabilities[at + label], Float.MIN_NORMAL));
    }

    /** The most probable class; the first of equals. */
    static int largest(float[] probabilities, int at, int classes) {
        int largest = 0;
        for (int i = 1; i < classes; i++) {
            if (probabilities[at + i] > probabilities[at + largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /** The score of a measure; higher is better. */
    static double score(Measured measured, Monitor monitor) {
        return switch (monitor) {
            case ACCURACY -> measured.accuracy();
            case BALANCED_ACCURACY -> measured.balancedAccuracy();
            case LOSS -> -measured.loss();
        };
    }
}
