package vermeer.ui.dream;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vermeer.dream.Frame;
import vermeer.image.Picture;
import vermeer.ui.control.FileChoosing;

/** The workspace: the picture as it becomes, with its course below, and at the right what it is made for and how. */
public final class DreamView extends SplitPane {
    private static final String STYLE =
            DreamView.class.getResource("/vermeer/ui/dream.css").toExternalForm();

    private final DreamViewModel model;
    private final DreamPicture picture = new DreamPicture();
    private final Label title = new Label();
    private final Label step = new Label();
    private final Label facts = new Label();
    private final Label notices = new Label();
    private final Label settings = new Label();
    private final CoursePlot course = new CoursePlot();
    private final Slider frames = new Slider(0, 1, 1);
    private boolean following = true;

    /** @param files the dialogs for files */
    public DreamView(DreamViewModel model, FileChoosing files) {
        this.model = model;
        getStyleClass().add("dream");
        getStylesheets().add(STYLE);
        BorderPane side = side(files);
        getItems().addAll(stage(), side);
        SplitPane.setResizableWithParent(side, false);
        setDividerPositions(0.68);
        model.runProperty().subscribe(run -> {
            following = following || run == null || run.frames().isEmpty();
            show(run);
        });
        model.runningProperty().subscribe(running -> show(model.runProperty().get()));
        model.obstacleProperty()
                .subscribe(text -> picture.hint(
                        text.isEmpty() ? "Choose what the picture is made for at the right, then press Dream." : text));
    }

    private BorderPane stage() {
        title.getStyleClass().add("dream-title");
        step.getStyleClass().add("quiet");
        HBox space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        step.setMinWidth(Label.USE_PREF_SIZE);
        HBox top = new HBox(10, title, space, step);
        top.setAlignment(Pos.BASELINE_LEFT);
        top.getStyleClass().add("dream-top");
        frames.setId("dream-frames");
        frames.setMajorTickUnit(1);
        frames.setMinorTickCount(0);
        frames.setBlockIncrement(1);
        frames.setAccessibleText("Pictures on the way");
        frames.valueProperty().subscribe(value -> {
            if (frames.isValueChanging() || frames.isPressed() || frames.isFocused()) {
                following = frames.getValue() >= frames.getMax() - 0.5;
                showFrame(model.runProperty().get());
            }
        });
        facts.getStyleClass().add("facts");
        facts.setWrapText(true);
        notices.getStyleClass().add("dream-notice");
        notices.setWrapText(true);
        settings.getStyleClass().add("quiet");
        settings.setWrapText(true);
        VBox bottom = new VBox(8, frames, course, facts, notices, settings);
        bottom.getStyleClass().add("dream-bottom");
        bottom.setMinHeight(VBox.USE_PREF_SIZE);
        BorderPane stage = new BorderPane(picture);
        stage.setTop(top);
        stage.setBottom(bottom);
        return stage;
    }

    private BorderPane side(FileChoosing files) {
        ScrollPane scroll = new ScrollPane(new DreamControls(model, files));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane side = new BorderPane(scroll);
        side.setBottom(new DreamButtons(model, files));
        side.getStyleClass().add("side");
        side.setMinWidth(270);
        side.setPrefWidth(340);
        return side;
    }

    private void show(DreamRun run) {
        boolean some = run != null && !run.frames().isEmpty();
        title.setText(run == null ? "Dream" : run.title());
        facts.setText(run == null ? "" : run.facts());
        notices.setText(
                run == null || run.result().isEmpty()
                        ? ""
                        : String.join(" ", run.result().get().notices()));
        notices.setVisible(!notices.getText().isEmpty());
        notices.setManaged(notices.isVisible());
        facts.setVisible(!facts.getText().isEmpty());
        facts.setManaged(facts.isVisible());
        settings.setText(run == null ? "" : run.settings());
        settings.setManaged(run != null);
        course.setVisible(some);
        course.setManaged(some);
        frames.setVisible(some && run.frames().size() > 1);
        frames.setManaged(frames.isVisible());
        course.show(
                run == null ? List.of() : run.frames(),
                run != null && run.result().isPresent());
        if (some) {
            frames.setMax(Math.max(1, run.frames().size() - 1));
            if (following) {
                frames.setValue(frames.getMax());
            }
        }
        showFrame(run);
    }

    private void showFrame(DreamRun run) {
        if (run == null || run.last().isEmpty()) {
            picture.show(null, "");
            step.setText(model.runningProperty().get() ? "preparing the network…" : "");
            step.getStyleClass().remove(Styles.WARNING);
            return;
        }
        int place = following ? run.frames().size() - 1 : (int) Math.round(frames.getValue());
        Frame frame = run.frames().get(Math.max(0, Math.min(run.frames().size() - 1, place)));
        Picture shown = following ? run.last().get() : frame.picture();
        picture.show(shown, run.title());
        String state = run.result().isPresent() ? "" : model.runningProperty().get() ? "" : ", stopped";
        step.setText("step " + frame.step() + " of " + frame.steps() + state + " · " + shown.width() + " × "
                + shown.height() + " px");
    }
}
