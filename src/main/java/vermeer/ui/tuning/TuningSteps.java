package vermeer.ui.tuning;

import java.util.List;
import vermeer.ui.tuning.data.DataStep;
import vermeer.ui.tuning.run.RunStep;

/** The steps in their order. */
public final class TuningSteps {
    private TuningSteps() {}

    public static List<TuningStep> of(Tuning tuning) {
        return List.of(DataStep.of(tuning), RunStep.of(tuning));
    }
}
