package vermeer.ui.tuning.run;

import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.TuningStep;

/** The step that trains. */
public final class RunStep {
    private RunStep() {}

    public static TuningStep of(Tuning tuning) {
        RunViewModel model = new RunViewModel(tuning);
        return new TuningStep(
                "train", "Train", "a network of your own", model.missingProperty(), () -> new RunView(model));
    }
}
