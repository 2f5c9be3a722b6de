package vermeer.ui.tuning.run;

import java.io.File;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import vermeer.ui.control.Section;

/** The network and its cut at the top, settings at the left, the course of the run at the right. */
public final class RunView extends BorderPane {
    private static final double SETTINGS_SHARE = 0.32;

    private final RunViewModel model;

    public RunView(RunViewModel model) {
        this.model = model;
        getStyleClass().add("run-step");
        CutStrip strip = new CutStrip(model.cuts());
        Label missing = new Label();
        missing.setId("run-missing");
        missing.getStyleClass().add("quiet");
        missing.setWrapText(true);
        missing.textProperty().bind(model.missingProperty());
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        strip.visibleProperty().bind(missing.textProperty().isEmpty());
        strip.managedProperty().bind(strip.visibleProperty());
        model.stateProperty().subscribe(state -> strip.setDisable(state != RunState.IDLE && state != RunState.DONE));
        VBox top = new VBox(new Section("Where the network is cut", new VBox(missing, strip)));
        top.getStyleClass().add("run-top");
        setTop(top);
        ScrollPane settings = new ScrollPane(new VBox(
                22, new Section("How it is trained", new SettingsPane(model)), new Section("Where to", target())));
        settings.getContent().getStyleClass().add("run-left");
        settings.setFitToWidth(true);
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setMinWidth(270);
        VBox course = new VBox(12, new Section("The course of the run", new Curves(model)), new ResultView(model));
        course.getStyleClass().add("run-right");
        ScrollPane right = new ScrollPane(course);
        right.setFitToWidth(true);
        SplitPane split = new SplitPane(settings, right);
        split.setDividerPositions(SETTINGS_SHARE);
        setCenter(split);
        setBottom(new RunControls(model));
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
