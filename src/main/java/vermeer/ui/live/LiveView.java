package vermeer.ui.live;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import vermeer.ui.canvas.CanvasPane;
import vermeer.ui.canvas.CanvasViewModel;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.FullScreen;
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
    private final CanvasPane picture;
    private final Section answer;
    private final VBox sections;
    private final SplitPane split = new SplitPane();
    private final EventHandler<KeyEvent> keys = this::press;
    private final EventHandler<WindowEvent> closing;
    private int skipped;

    /** @param files the dialogs for files */
    public LiveView(
            LiveViewModel model,
            CanvasViewModel canvas,
            PredictionViewModel prediction,
            MethodViewModel method,
            FileChoosing files) {
        this.model = model;
        this.closing = hidden -> model.close();
        getStyleClass().add("live");
        this.picture = new CanvasPane(canvas);
        this.answer = new Section("Prediction", new PredictionView(prediction));
        this.sections = new VBox(answer, new Section("Explain by", new MethodView(method)));
        sections.getStyleClass().add("sections");
        setTop(new LiveControls(model, files, this::present));
        setCenter(split);
        arrange();
        looks.setCycleCount(Timeline.INDEFINITE);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            showing(now);
        });
    }

    /** Picture and classes beside each other, and how to explain below the classes. */
    private void arrange() {
        if (!sections.getChildren().contains(answer)) {
            sections.getChildren().add(0, answer);
        }
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.getStyleClass().add("side");
        side.setMinWidth(250);
        side.setPrefWidth(320);
        SplitPane.setResizableWithParent(side, false);
        split.getItems().setAll(picture, side);
        split.setDividerPositions(0.72);
    }

    /** Picture and classes alone on the whole screen, and back when it is left. */
    private void present() {
        Scene window = getScene();
        split.getItems().clear();
        Label keysSaid = new Label("Space freezes the picture, Esc leaves");
        keysSaid.getStyleClass().add("quiet");
        Label status = new Label();
        status.textProperty().bind(model.statusProperty());
        VBox side = new VBox(answer, status, keysSaid);
        side.getStyleClass().addAll("side", "live-audience");
        BorderPane root = new BorderPane(picture, null, side, null, null);
        Stage stage = FullScreen.show(root, window);
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        stage.setOnHidden(left -> {
            root.setCenter(null);
            side.getChildren().clear();
            arrange();
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
            scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            looks.play();
            model.wake();
            scene.getWindow().addEventHandler(WindowEvent.WINDOW_HIDDEN, closing);
        }
    }

    private void press(KeyEvent pressed) {
        boolean typing = pressed.getTarget() instanceof TextInputControl;
        if (pressed.getCode() == KeyCode.SPACE
                && !typing
                && model.sourceProperty().get() != null) {
            model.frozenProperty().set(!model.frozenProperty().get());
            pressed.consume();
        }
    }
}
