package vermeer.data.balance;

import java.util.List;
import java.util.Optional;

/**
 * From a network's probabilities to an answer: corrected for class frequencies, classes taken together, the costs of mistakes
 * weighed.
 *
 * @param correction undoes changed class frequencies
 * @param map classes taken together or left out at prediction
 * @param costs what mistakes cost; the most probable class is the answer where there are none
 * @param frequenciesChanged whether the network learned other class frequencies than its pictures had
 */
public record AnswerRule(
        Optional<PriorCorrection> correction, ClassMap map, Optional<CostMatrix> costs, boolean frequenciesChanged) {

    /** The classes of the answers. */
    public List<String> classes() {
        return map.to();
    }

    /** The probabilities of {@link #classes()}, of those that the network gives for its own; sum to 1. */
    public double[] probabilities(double[] given) {
        double[] corrected = correction.map(prior -> prior.correct(given)).orElse(given);
        return map.apply(corrected);
    }

    /** The answer for the network's probabilities: an index into {@link #classes()}. */
    public int decide(double[] given) {
        return costs.orElseGet(() -> CostMatrix.equal(classes())).decide(probabilities(given));
    }

    /** What was done to the probabilities, for the user; empty where nothing was. */
    public String note() {
        if (!frequenciesChanged) {
            return "";
        }
        return correction.isPresent()
                ? "Training balanced the classes; probabilities are corrected to how often each class really comes."
                : "Training balanced the classes; probabilities are not corrected, so rare classes are called more"
                        + " often than they come.";
    }
}
