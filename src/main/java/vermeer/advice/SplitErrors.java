package vermeer.advice;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Evaluation;

/**
 * The errors of a model, split by split.
 *
 * @param counts of the splits that were judged
 */
public record SplitErrors(Map<Split, ErrorCount> counts) {

    public SplitErrors {
        counts = Map.copyOf(counts);
    }

    /** Those of an evaluation. */
    public static SplitErrors of(Evaluation evaluation) {
        Map<Split, ErrorCount> counts = new EnumMap<>(Split.class);
        for (EvaluatedPart part : evaluation.parts()) {
            part.split()
                    .ifPresent(split -> counts.put(
                            split,
                            new ErrorCount(
                                    part.predictions().errors(),
                                    part.predictions().size())));
        }
        return new SplitErrors(counts);
    }

    public Optional<ErrorCount> of(Split split) {
        return Optional.ofNullable(counts.get(split));
    }
}
