package vermeer.ui.tuning.data;

import javafx.beans.property.SimpleStringProperty;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.TuningStep;

/** The step that brings the pictures in. */
public final class DataStep {
    private DataStep() {}

    public static TuningStep of(Tuning tuning) {
        return new TuningStep(
                "data",
                "Data",
                "your labelled photos",
                new SimpleStringProperty(""),
                () -> new DataView(new DataViewModel(tuning)));
    }
}
