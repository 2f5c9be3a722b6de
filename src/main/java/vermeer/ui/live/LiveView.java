package vermeer.ui.live;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
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
    private static final Duration BETWEEN_LOOKS = Duration.millis(33);
    /** Of a folder, which costs the system more than a look at the clock. */
    private static final int LOOKS_SKIPPED = 12;

    private final LiveViewModel model;
    private final Timeline looks = new Timeline(new KeyFrame(BETWEEN_LOOKS, due -> look()));
    private int skipped;

    /** @param files the dialogs for files */
    public LiveView(
            LiveViewModel model,
            CanvasViewModel canvas,
            PredictionViewModel prediction,
            MethodViewModel method,
            FileChoosing files) {
        this.model = model;
        getStyleClass().add("live");
        setTop(new LiveControls(model, files));
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
        looks.setCycleCount(Timeline.INDEFINITE);
        sceneProperty().subscribe(this::showing);
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            boolean typing = pressed.getTarget() instanceof TextInputControl;
            if (pressed.getCode() == KeyCode.SPACE
                    && !typing
                    && model.sourceProperty().get() != null) {
                model.frozenProperty().set(!model.frozenProperty().get());
                pressed.consume();
            }
        });
    }

    private void look() {
        LiveSource source = model.sourceProperty().get();
        if (source != null && (source.moving() || ++skipped >= LOOKS_SKIPPED)) {
            skipped = 0;
            model.look();
        }
    }

    private void showing(Scene scene) {
        if (scene == null) {
            looks.pause();
            model.rest();
        } else {
            looks.play();
            model.wake();
            scene.windowProperty().subscribe(window -> {
                if (window != null) {
                    window.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> model.close());
                }
            });
        }
    }
}
