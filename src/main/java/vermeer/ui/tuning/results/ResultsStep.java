package vermeer.ui.tuning.results;

import javafx.beans.binding.Bindings;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.TuningStep;

/** The step that shows how good the network is. */
public final class ResultsStep {
    private ResultsStep() {}

    public static TuningStep of(Tuning tuning, ResultsViewModel model) {
        return new TuningStep(
                "results",
                "Results",
                "is it good?",
                Bindings.when(Bindings.isNull(tuning.dataProperty()))
                        .then("Choose the folder with your photos in the step Data first.")
                        .otherwise(""),
                () -> new ResultsView(model));
    }
}
