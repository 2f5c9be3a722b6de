package vermeer.attribution;

import vermeer.model.Scores;
import vermeer.model.Target;
import vermeer.tensor.Tensor;

/** What a perturbation method looks at. */
public enum Measure {
    LOGIT,
    PROBABILITY;

    /** The target's value for picture {@code index} of a batch of logits. */
    double of(Scores model, Tensor logits, int index, Target target) {
        Tensor values = this == LOGIT ? logits : model.probabilities(logits);
        return target.value(values.data(), index * logits.itemSize());
    }

    /** The name of the value for people. */
    String title() {
        return this == LOGIT ? "logit" : "probability";
    }
}
