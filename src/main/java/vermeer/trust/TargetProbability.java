package vermeer.trust;

import vermeer.model.Scores;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** The probability of a target; of a contrast, one class's minus the other's. */
final class TargetProbability {
    private TargetProbability() {}

    /** One value a picture of {@code logits}, {@code [n, classes]}. */
    static float[] of(Scores model, Tensor logits, Target target) {
        Tensor probabilities = model.probabilities(logits);
        float[] values = new float[logits.batch()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) target.value(probabilities.data(), i * probabilities.itemSize());
        }
        return values;
    }
}
