package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import vermeer.ui.control.Section;

/** The network and its cut at the top, settings of the next run at the left, the runs and their course at the right. */
public final class RunView extends BorderPane {
    private static final double SETTINGS_SHARE = 0.32;

    private final RunViewModel model;
    private final Node cut;
    private final Node runs;
    private TrialsView trials;

    public RunView(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-step");
        runs = new SplitPane(settings(), course());
        ((SplitPane) runs).setDividerPositions(SETTINGS_SHARE);
        cut = cut();
        setTop(cut);
        setCenter(runs);
        setBottom(new RunControls(model));
    }

    private Node cut() {
        CutStrip strip = new CutStrip(model.cuts());
        Label missing = new Label();
        missing.setId("run-missing");
        missing.getStyleClass().add("quiet");
        missing.setWrapText(true);
        missing.textProperty().bind(model.missingProperty());
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        strip.visibleProperty().bind(missing.textProperty().isEmpty());
        strip.managedProperty().bind(strip.visibleProperty());
        Button measure = new Button("Which network, which cut?");
        measure.setId("run-trials");
        measure.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        measure.setTooltip(new Tooltip("Measure networks and cuts on your training photos"));
        measure.disableProperty().bind(missing.textProperty().isNotEmpty());
        measure.setOnAction(pressed -> measure());
        VBox top = new VBox(new Section("Where the network is cut", new VBox(missing, strip), measure));
        top.getStyleClass().add("run-top");
        return top;
    }

    private void measure() {
        if (trials == null) {
            trials = new TrialsView(model, () -> {
                setTop(cut);
                setCenter(runs);
            });
        }
        trials.offer();
        setTop(null);
        setCenter(trials);
    }

    private Node settings() {
        ScrollPane settings = new ScrollPane(new VBox(
                22,
                new Section("How the next run is trained", new VBox(12, new SettingsPane(model), new RatesView(model))),
                new Section("Where to", target())));
        settings.getContent().getStyleClass().add("run-left");
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setMinWidth(270);
        return settings;
    }

    private Node course() {
        QueueView queue = new QueueView(model);
        PinnedView pinned = new PinnedView(model.queue());
        VBox course = new VBox(
                18,
                new Section("Runs", queue, queue.opening()),
                new Section(
                        "The course of the run",
                        new VBox(12, new Curves(model.queue()), new ResultView(model.queue()))),
                new Section("What it learns to look at", pinned, pinned.pinning()));
        course.getStyleClass().add("run-right");
        ScrollPane right = new ScrollPane(course);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return right;
    }

    private HBox target() {
        TextField path = new TextField();
        path.setId("run-target");
        path.setAccessibleText("The folder that the run is written to");
        path.textProperty().bindBidirectional(model.targetProperty());
        Button browse = new Button("Choose…");
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(pressed -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle("Choose a folder for the run");
            File chosen = chooser.showDialog(getScene().getWindow());
            if (chosen != null) {
                model.targetProperty().set(Path.of(chosen.toString()).toString());
            }
        });
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox line = new HBox(6, path, browse);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    public RunViewModel model() {
        return model;
    }
}
