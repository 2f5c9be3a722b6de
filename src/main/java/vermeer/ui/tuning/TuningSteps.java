package vermeer.ui.tuning;

import java.util.List;
import vermeer.ui.tuning.advice.AdviceStep;
import vermeer.ui.tuning.data.DataStep;
import vermeer.ui.tuning.results.ResultsStep;
import vermeer.ui.tuning.results.ResultsViewModel;
import vermeer.ui.tuning.run.RunStep;

/** The steps in their order. */
public final class TuningSteps {
    private TuningSteps() {}

    public static List<TuningStep> of(Tuning tuning) {
        ResultsViewModel results = new ResultsViewModel(tuning);
        return List.of(
                DataStep.of(tuning), RunStep.of(tuning), ResultsStep.of(tuning, results), AdviceStep.of(results));
    }
}
