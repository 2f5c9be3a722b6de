package vermeer.ui.tuning.run;

import javafx.beans.binding.Bindings;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.TuningStep;

/** The step that trains. */
public final class RunStep {
    private RunStep() {}

    /** Runs of before can be looked at and go on without photos for a new one. */
    public static TuningStep of(Tuning tuning) {
        RunViewModel model = new RunViewModel(tuning);
        return new TuningStep(
                "train",
                "Train",
                "a network of your own",
                Bindings.createStringBinding(
                        () -> model.queue().runs().isEmpty()
                                ? model.missingProperty().get()
                                : "",
                        model.missingProperty(),
                        model.queue().runs()),
                () -> new RunView(model));
    }
}
