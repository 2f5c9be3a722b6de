package vermeer.ui.tuning.advice;

import javafx.beans.binding.Bindings;
import vermeer.ui.tuning.TuningStep;
import vermeer.ui.tuning.results.ResultsViewModel;

/** The step that says what to do next. */
public final class AdviceStep {
    private AdviceStep() {}

    public static TuningStep of(ResultsViewModel results) {
        return new TuningStep(
                "advice",
                "Advice",
                "what next?",
                Bindings.when(Bindings.isNull(results.judgedProperty()))
                        .then("Judge the network in the step Results first.")
                        .otherwise(""),
                () -> new AdviceView(new AdviceViewModel(results)));
    }
}
