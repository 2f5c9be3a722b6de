package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vermeer.train.EpochReport;

/** What can be done with the run in sight and with the next one, and how far the run in sight is. */
final class RunControls extends VBox {
    private static final double NARROWEST = 120;

    private final RunViewModel model;
    private final RunQueue queue;
    private final Button start = button("run-start", "Train");
    private final Button pause = button("run-pause", "Pause");
    private final Button resume = button("run-resume", "Resume");
    private final Button inexact = button("run-inexact", "Resume all the same (--inexact)");
    private final Button stop = button("run-stop", "Stop and keep the best");
    private final Button best = button("run-best", "Explain with the best so far");
    private final Button open = button("run-open", "Open the tuned network");
    private final Label status = new Label();
    private final Label problem = problem("run-problem");
    private final Label refusal = problem("run-refusal");
    private final ProgressBar bar = new ProgressBar(0);
    private Subscription shown = Subscription.EMPTY;

    RunControls(RunViewModel model) {
        this.model = model;
        this.queue = model.queue();
        getStyleClass().add("run-controls");
        start.getStyleClass().add(Styles.ACCENT);
        best.setTooltip(
                new Tooltip("Opens the best epoch so far in the workspace Explain; training goes on undisturbed"));
        act();
        status.setId("run-status");
        status.setWrapText(true);
        status.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(status.textProperty());
        status.setTooltip(whole);
        refusal.textProperty().bind(model.problemProperty());
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        bar.setMaxWidth(Double.MAX_VALUE);
        status.setMaxWidth(Double.MAX_VALUE);
        status.setMinWidth(NARROWEST);
        HBox.setHgrow(status, Priority.ALWAYS);
        HBox line = new HBox(8, start, resume, inexact, pause, stop, best, open, status);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(bar, problem, refusal, line);
        queue.selectedProperty().subscribe(this::follow);
        queue.activeProperty().subscribe(active -> show());
        model.missingProperty().subscribe(text -> show());
        model.cuts().cutsProperty().subscribe(cuts -> show());
    }

    private void act() {
        start.setOnAction(pressed -> model.start());
        pause.setOnAction(pressed -> queue.pause());
        resume.setOnAction(pressed -> queue.resume(selected(), false));
        inexact.setOnAction(pressed -> queue.resume(selected(), true));
        stop.setOnAction(pressed -> queue.stopAndKeepBest(selected()));
        best.setOnAction(pressed -> queue.explainBest(selected()));
        open.setOnAction(pressed -> queue.openTuned(selected()));
    }

    private Run selected() {
        return queue.selectedProperty().get();
    }

    private void follow(Run run) {
        shown.unsubscribe();
        shown = Subscription.EMPTY;
        status.textProperty().unbind();
        problem.textProperty().unbind();
        status.setText("");
        problem.setText("");
        if (run != null) {
            status.textProperty().bind(run.statusProperty());
            problem.textProperty().bind(run.problemProperty());
            ListChangeListener<EpochReport> changed = change -> show();
            run.epochs().addListener(changed);
            shown = run.stateProperty().subscribe(state -> show()).and(() -> run.epochs()
                    .removeListener(changed));
        }
        show();
    }

    private void show() {
        Run run = selected();
        RunState state = run == null ? null : run.state();
        boolean idle = queue.activeProperty().get() == null;
        boolean epochs = run != null && !run.epochs().isEmpty();
        boolean active = run != null && run == queue.activeProperty().get();
        start.setText(idle ? "Train" : "Add to the queue");
        start.setDisable(!model.missingProperty().get().isEmpty()
                || model.cuts().cutsProperty().isEmpty());
        Shown.when(pause, active && (state == RunState.TRAINING || state == RunState.PREPARING));
        pause.setText(state == RunState.PREPARING ? "Cancel" : "Pause");
        boolean resting = state == RunState.PAUSED || state == RunState.FAILED || state == RunState.WAITING && idle;
        Shown.when(resume, resting);
        resume.setText(
                state == RunState.PAUSED ? "Resume" : state == RunState.FAILED ? "Try again" : "Begin with this one");
        Shown.when(inexact, run != null && run.inexactOffered());
        Shown.when(stop, run != null && queue.canStop(run));
        Shown.when(best, epochs && run.source().isPresent() && state != null && !state.finished());
        Shown.when(open, state != null && state.finished());
        Shown.when(bar, state != null && state.busy());
        bar.setProgress(state == null ? 0 : progress(run));
    }

    private static double progress(Run run) {
        if (run.state() != RunState.TRAINING || run.epochs().isEmpty()) {
            return ProgressBar.INDETERMINATE_PROGRESS;
        }
        EpochReport last = run.epochs().get(run.epochs().size() - 1);
        return (double) last.epoch() / last.epochs();
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Label problem(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
