package vermeer.evaluation;

import java.util.Optional;
import vermeer.data.Split;

/**
 * The measures of a part of the pictures: a split, or all of them.
 *
 * @param split which; empty where the pictures are not split
 * @param members indices of its pictures among the answers
 * @param predictions of its pictures
 * @param cost what its answers cost, where mistakes do not all cost the same
 */
public record EvaluatedPart(
        Optional<Split> split,
        int[] members,
        Predictions predictions,
        Measures measures,
        ConfusionMatrix confusion,
        Calibration calibration,
        Optional<MeanCost> cost) {

    static EvaluatedPart of(Optional<Split> split, Answers answers, int[] members, Bootstrap bootstrap) {
        Predictions own = answers.predictions().subset(members);
        return new EvaluatedPart(
                split,
                members,
                own,
                Measures.of(own, bootstrap),
                ConfusionMatrix.of(own),
                Calibration.of(own, Calibration.BINS),
                own.costs().map(each -> MeanCost.of(own, each, bootstrap)));
    }

    /** {@code train}, {@code dev} and so on; {@code all} where the pictures are not split. */
    public String name() {
        return split.map(Split::text).orElse("all");
    }

    /** The share of wrong answers. */
    public Interval error() {
        return measures.accuracy().complement();
    }
}
