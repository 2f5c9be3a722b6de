package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.train.EpochReport;

/** What can be done with the run now, and how far it is. */
final class RunControls extends VBox {
    private final RunViewModel model;
    private final Button start = new Button("Train");
    private final Button pause = new Button("Pause");
    private final Button resume = new Button("Go on");
    private final Button stop = new Button("Stop and keep the best");
    private final Button best = new Button("Look at the best so far");
    private final Button open = new Button("Open the tuned network");
    private final ProgressBar bar = new ProgressBar(0);

    RunControls(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-controls");
        start.getStyleClass().add(Styles.ACCENT);
        open.getStyleClass().add(Styles.ACCENT);
        start.setId("run-start");
        pause.setId("run-pause");
        resume.setId("run-resume");
        stop.setId("run-stop");
        open.setId("run-open");
        best.setId("run-best");
        best.setOnAction(pressed -> model.openBestSoFar());
        start.setOnAction(pressed -> model.start());
        pause.setOnAction(pressed -> model.pause());
        resume.setOnAction(pressed -> model.resume());
        stop.setOnAction(pressed -> model.stopAndKeepBest());
        open.setOnAction(pressed -> model.openTuned());
        Label status = new Label();
        status.setId("run-status");
        status.setWrapText(true);
        status.textProperty().bind(model.statusProperty());
        Label problem = new Label();
        problem.setId("run-problem");
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, start, resume, pause, stop, best, open, status);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().stream().filter(Button.class::isInstance).forEach(button -> ((Button) button)
                .setMinWidth(USE_PREF_SIZE));
        getChildren().addAll(bar, problem, line);
        model.stateProperty().subscribe(state -> show());
        model.missingProperty().subscribe(text -> show());
        model.epochs().addListener((javafx.collections.ListChangeListener<EpochReport>) change -> show());
    }

    private void show() {
        RunState state = model.stateProperty().get();
        shown(start, state == RunState.IDLE || state == RunState.DONE);
        start.setText(state == RunState.DONE ? "Train again" : "Train");
        start.setDisable(!model.missingProperty().get().isEmpty());
        shown(pause, state == RunState.TRAINING || state == RunState.PREPARING);
        pause.setText(state == RunState.PREPARING ? "Cancel" : "Pause");
        shown(resume, state == RunState.PAUSED);
        shown(
                stop,
                (state == RunState.TRAINING || state == RunState.PAUSED)
                        && !model.epochs().isEmpty());
        shown(
                best,
                (state == RunState.TRAINING || state == RunState.PAUSED)
                        && !model.epochs().isEmpty());
        shown(open, state == RunState.DONE);
        shown(bar, state.busy());
        bar.setProgress(progress(state));
    }

    private double progress(RunState state) {
        if (state != RunState.TRAINING || model.epochs().isEmpty()) {
            return ProgressBar.INDETERMINATE_PROGRESS;
        }
        EpochReport last = model.epochs().get(model.epochs().size() - 1);
        return (double) last.epoch() / last.epochs();
    }

    private static void shown(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
