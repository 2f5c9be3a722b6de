package vermeer.ui.compare;

import java.util.Optional;
import java.util.function.Function;
import vermeer.model.Target;
import vermeer.ui.investigation.Prediction;

/**
 * What a column explains, once its network has answered.
 *
 * @param target empty where the network cannot be asked for it
 * @param why why not, in one sentence; empty where it can
 */
record Explained(Optional<Target> target, String why) {

    /** Finds what is explained in an answer. */
    interface Choice extends Function<Prediction, Explained> {}

    static Explained of(Target target) {
        return new Explained(Optional.of(target), "");
    }

    static Explained not(String why) {
        return new Explained(Optional.empty(), why);
    }

    /** Whatever the network answers. */
    static Choice answer() {
        return prediction -> of(prediction.best().target());
    }

    /** The same target whatever the answer. */
    static Choice always(Target target) {
        return prediction -> of(target);
    }
}
