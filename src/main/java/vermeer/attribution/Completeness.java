package vermeer.attribution;

import java.util.List;
import java.util.Map;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/**
 * Whether shares add up: the sum of a map's values against the target of the picture minus that of the baseline.
 *
 * @param sum of the values
 * @param expected the target's difference
 */
record Completeness(double sum, double expected) {

    static Completeness of(Scores model, Subject subject, Tensor baseline, Tensor channels, Progress progress)
            throws EngineException, CancelledException {
        Tensor logits = model.logits(Tensor.concat(List.of(subject.input(), baseline)), progress);
        double expected =
                subject.target().value(logits.data(), 0) - subject.target().value(logits.data(), logits.itemSize());
        double sum = 0;
        for (float value : channels.data()) {
            sum += value;
        }
        return new Completeness(sum, expected);
    }

    /** As an attribution's facts. */
    Map<String, Double> facts() {
        return Map.of("sum", sum, "expected", expected, "completenessError", Math.abs(sum - expected));
    }
}
