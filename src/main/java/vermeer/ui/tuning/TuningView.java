package vermeer.ui.tuning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;

/** The workspace: the line of steps at the top, the step in sight below. */
public final class TuningView extends BorderPane {
    private static final String STYLE =
            TuningView.class.getResource("/vermeer/ui/tuning.css").toExternalForm();

    private final Map<String, Parent> made = new HashMap<>();
    private final List<TuningStep> steps;

    public TuningView(Tuning tuning) {
        this(tuning, TuningSteps.of(tuning));
    }

    TuningView(Tuning tuning, List<TuningStep> steps) {
        this.steps = List.copyOf(steps);
        getStyleClass().add("tuning");
        getStylesheets().add(STYLE);
        setTop(new Stepper(tuning, this.steps));
        tuning.stepProperty().subscribe(this::show);
    }

    private void show(String id) {
        steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .ifPresent(step ->
                        setCenter(made.computeIfAbsent(id, first -> step.node().get())));
    }
}
