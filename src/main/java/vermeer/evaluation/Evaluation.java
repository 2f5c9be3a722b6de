package vermeer.evaluation;

import java.util.List;
import java.util.Optional;
import vermeer.data.Split;

/**
 * How good a model is on labelled pictures, and where it fails.
 *
 * @param answers what it answered
 * @param parts one a split that has pictures, in the order train, train-dev, dev, test; one of all where nothing is split
 * @param temperature what would calibrate it, fitted on {@link #judged()}
 * @param outOfSample what heads on the model's features answer that never saw the picture; empty where there are too few
 *     pictures or no features
 * @param labelErrors labels that are probably wrong, by {@code outOfSample}
 * @param subsets of {@link #judged()}; their members are indices of its pictures
 */
public record Evaluation(
        Answers answers,
        List<EvaluatedPart> parts,
        Temperature temperature,
        Optional<Predictions> outOfSample,
        Optional<LabelErrors> labelErrors,
        Subsets subsets) {

    public Evaluation {
        parts = List.copyOf(parts);
    }

    /** A split's part; empty where it has no pictures. */
    public Optional<EvaluatedPart> part(Split split) {
        return parts.stream()
                .filter(part -> part.split().equals(Optional.of(split)))
                .findFirst();
    }

    /** The part that speaks for the place of use: dev where there is one, else test, else the last there is. */
    public EvaluatedPart judged() {
        return part(Split.DEV).or(() -> part(Split.TEST)).orElse(parts.get(parts.size() - 1));
    }
}
