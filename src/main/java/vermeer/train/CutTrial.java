package vermeer.train;

import vermeer.evaluation.Interval;
import vermeer.train.cut.Cut;

/**
 * How well a small head does on what a network knows at one cut.
 *
 * @param network the network's name
 * @param cut where its values are taken, averaged over rows and columns
 * @param inputs how many numbers the small head reads
 * @param accuracy in five-fold cross-validation over the training photos, with its 95 % interval
 * @param photos how many were asked about
 * @param seconds the frozen part's and the heads' time
 */
public record CutTrial(String network, Cut cut, int inputs, Interval accuracy, int photos, double seconds) {

    /** The standard error of the accuracy, as a share. */
    public double standardError() {
        return Math.sqrt(accuracy.value() * (1 - accuracy.value()) / Math.max(1, photos));
    }
}
