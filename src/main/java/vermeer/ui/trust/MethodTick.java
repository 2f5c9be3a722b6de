package vermeer.ui.trust;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import vermeer.attribution.ActivationMethod;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.ScoreMethod;
import vermeer.ui.method.MethodEntry;

/** A method that can be ranked, and whether it shall be. */
public final class MethodTick {
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
                && !entry.method().name().contains("perturbation");
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
