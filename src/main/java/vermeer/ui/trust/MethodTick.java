package vermeer.ui.trust;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import vermeer.attribution.ActivationMethod;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.ScoreMethod;
import vermeer.ui.method.MethodEntry;

/** A method that can be ranked, and whether it shall be. */
public final class MethodTick {
    /** They need gradients or inner values and still many passes, which no type says. */
    private static final Set<String> MANY_PASSES =
            Set.of("score-cam", "ablation-cam", "meaningful-perturbation", "expected-gradients", "guided-ig", "xrai");

    private final MethodEntry entry;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    MethodTick(MethodEntry entry, boolean chosen) {
        this.entry = entry;
        this.chosen.set(chosen);
    }

    public AttributionMethod method() {
        return entry.method();
    }

    public boolean available() {
        return entry.unavailable().isEmpty();
    }

    /** Whether it takes a few passes, rather than hundreds of pictures. */
    public boolean quick() {
        return !(entry.method() instanceof ScoreMethod)
                && !MANY_PASSES.contains(entry.method().name());
    }

    /** How soon its turn comes: maps of one layer first, hundreds of pictures last. */
    int turn() {
        if (quick()) {
            return entry.method() instanceof ActivationMethod ? 0 : 1;
        }
        return 2;
    }

    /** Whether the user wants it; counts only where it is available. */
    public BooleanProperty chosenProperty() {
        return chosen;
    }
}
