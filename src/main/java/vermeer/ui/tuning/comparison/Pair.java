package vermeer.ui.tuning.comparison;

import java.util.List;
import vermeer.data.LabelledPicture;
import vermeer.evaluation.ClassChange;
import vermeer.evaluation.Comparison;
import vermeer.evaluation.Predictions;
import vermeer.ui.investigation.Network;

/**
 * What two networks answered for the same pictures, both among the same classes.
 *
 * @param part which pictures: {@code dev} and so on
 * @param pictures in the order of the predictions
 * @param before the network that is compared with
 * @param after the network that was judged
 */
record Pair(String part, List<LabelledPicture> pictures, Side before, Side after) {

    /**
     * One of the two.
     *
     * @param own the network's class that stands for each class of the predictions
     */
    record Side(Network network, Predictions predictions, int[] own) {

        String name() {
            return network.model().name();
        }

        /** The class that it answers for a picture. */
        String answer(int picture) {
            return predictions.classNames().get(predictions.predicted(picture));
        }
    }

    Comparison comparison() {
        return Comparison.of(before.predictions(), after.predictions());
    }

    List<ClassChange> classes() {
        return ClassChange.of(before.predictions(), after.predictions());
    }

    /** Pictures that the two answer differently; those that one of them gets right first. */
    List<Integer> disagreements() {
        return Comparison.disagreements(before.predictions(), after.predictions());
    }
}
