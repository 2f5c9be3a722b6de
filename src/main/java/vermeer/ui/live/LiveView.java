package vermeer.ui.live;

import atlantafx.base.theme.Styles;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import vermeer.ui.canvas.CanvasPane;
import vermeer.ui.canvas.CanvasViewModel;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Section;
import vermeer.ui.method.MethodView;
import vermeer.ui.method.MethodViewModel;
import vermeer.ui.prediction.PredictionView;
import vermeer.ui.prediction.PredictionViewModel;

/** The workspace: the newest picture with its map, its classes at the right, and above what is followed. */
public final class LiveView extends BorderPane {
    private static final Duration BETWEEN_LOOKS = Duration.millis(400);

    private final LiveViewModel model;
    private final Timeline looks;

    /** @param files the dialogs for files */
    public LiveView(
            LiveViewModel model,
            CanvasViewModel canvas,
            PredictionViewModel prediction,
            MethodViewModel method,
            FileChoosing files) {
        this.model = model;
        getStyleClass().add("live");
        setTop(top(files));
        VBox sections = new VBox(
                new Section("Prediction", new PredictionView(prediction)),
                new Section("Explain by", new MethodView(method)));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.getStyleClass().add("side");
        side.setMinWidth(250);
        side.setPrefWidth(320);
        SplitPane split = new SplitPane(new CanvasPane(canvas), side);
        SplitPane.setResizableWithParent(side, false);
        split.setDividerPositions(0.72);
        setCenter(split);
        looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, due -> model.look()));
        looks.setCycleCount(Timeline.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                looks.pause();
            } else {
                looks.play();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean typing = pressed.getTarget() instanceof TextInputControl;
            if (pressed.getCode() == KeyCode.SPACE
                    && !typing
                    && model.folderProperty().get() != null) {
                model.frozenProperty().set(!model.frozenProperty().get());
                pressed.consume();
            }
        });
    }

    private HBox top(FileChoosing files) {
        Button choose = new Button("Follow a folder…");
        choose.setId("live-folder");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(pressed -> files.folder().ifPresent(model::follow));
        ToggleButton freeze = new ToggleButton("Freeze", new FontIcon(MaterialDesignP.PAUSE));
        freeze.setId("live-freeze");
        freeze.setMinWidth(USE_PREF_SIZE);
        freeze.setTooltip(new Tooltip("Keep the picture in sight (Space)"));
        freeze.selectedProperty().bindBidirectional(model.frozenProperty());
        freeze.disableProperty().bind(model.folderProperty().isNull());
        Button full = new Button("", new FontIcon(MaterialDesignF.FULLSCREEN));
        full.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        full.setTooltip(new Tooltip("Full screen; Esc ends it"));
        full.setAccessibleText("Full screen");
        full.setOnAction(pressed -> {
            Stage stage = (Stage) getScene().getWindow();
            stage.setFullScreen(!stage.isFullScreen());
        });
        Label status = new Label();
        status.setId("live-status");
        status.setWrapText(true);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.textProperty().bind(model.statusProperty());
        HBox top = new HBox(10, choose, freeze, status, full);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("map-title");
        return top;
    }
}
