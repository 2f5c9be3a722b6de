package vermeer.ui.simple;

import java.io.File;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import vermeer.image.PictureReader;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.MapLegend;
import vermeer.ui.control.PictureFigure;

/** A place for a photo, its answer, its map, and a warning. */
public final class SimpleView extends BorderPane {
    private static final String STYLE =
            SimpleView.class.getResource("/vermeer/ui/simple.css").toExternalForm();
    private static final double SMALLEST = 80;

    private final SimpleViewModel model;
    private final VBox content = new VBox(10);
    private final StackPane room = new StackPane();

    public SimpleView(SimpleViewModel model) {
        this.model = model;
        getStyleClass().add("simple");
        getStylesheets().add(STYLE);
        Button choose = new Button("Choose a photo…");
        choose.setId("choose-photo");
        choose.setDefaultButton(true);
        choose.setOnAction(pressed -> choose());
        Label title = new Label();
        title.getStyleClass().add("simple-title");
        model.titleProperty().subscribe(text -> title.setText(text.isEmpty() ? "" : text + "?"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(12, title, space, choose);
        bar.setAlignment(Pos.CENTER_LEFT);
        Label problem = new Label();
        problem.setId("simple-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("simple-problem");
        model.problemProperty().subscribe(text -> {
            problem.setText(text);
            shown(problem, !text.isEmpty());
        });
        setTop(new VBox(8, bar, problem));
        room.getChildren().setAll(invitation());
        setCenter(room);
        model.answerProperty().subscribe(this::show);
        model.busyProperty().subscribe(busy -> {
            if (busy) {
                room.getChildren().setAll(new ProgressIndicator());
            } else if (model.answerProperty().get() == null) {
                room.getChildren().setAll(invitation());
            }
        });
        setOnDragOver(this::offer);
        setOnDragDropped(this::take);
    }

    private static Node invitation() {
        Label drop = new Label("Drop a photo here");
        drop.getStyleClass().add("simple-drop");
        drop.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return drop;
    }

    private void show(SimpleAnswer answer) {
        if (answer == null) {
            return;
        }
        Label name = new Label(answer.answer());
        name.setId("simple-answer");
        name.getStyleClass().add("simple-answer");
        name.setWrapText(true);
        Label sure = new Label(String.format(Locale.ROOT, "%.1f %% sure", 100 * answer.confidence()));
        sure.setId("simple-confidence");
        ProgressBar confidence = new ProgressBar(answer.confidence());
        confidence.setPrefWidth(180);
        Label others = new Label(answer.others().isEmpty() ? "" : "then " + answer.others());
        others.getStyleClass().add("simple-quiet");
        FlowPane line = new FlowPane(14, 4, name, confidence, sure, others);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox pictures = new HBox(
                12,
                new PictureFigure(answer.file().getFileName().toString(), FxImage.image(answer.picture()), SMALLEST),
                new PictureFigure(
                        "what speaks for " + answer.explained(),
                        FxImage.image(answer.picture().width(), answer.picture().height(), answer.overlay()),
                        SMALLEST));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        content.getChildren().setAll(line);
        if (!answer.note().isEmpty()) {
            Label note = quiet(answer.note());
            note.setId("simple-note");
            content.getChildren().add(note);
        }
        if (!answer.warning().isEmpty()) {
            content.getChildren().add(warning(answer));
        }
        content.getChildren().addAll(pictures, new MapLegend(answer.bar(), answer.method()));
        room.getChildren().setAll(content);
    }

    private static Node warning(SimpleAnswer answer) {
        Label text = new Label(answer.warning());
        text.setId("simple-warning");
        text.setWrapText(true);
        VBox box = new VBox(8, text);
        box.getStyleClass().add("simple-warning");
        if (!answer.nearest().isEmpty()) {
            HBox row = new HBox(8, new Label("Most like it in training:"));
            row.setAlignment(Pos.CENTER_LEFT);
            for (SimpleAnswer.Nearest each : answer.nearest()) {
                row.getChildren()
                        .add(each.picture().map(SimpleView::thumbnail).orElseGet(() -> new Label(each.name())));
            }
            box.getChildren().add(row);
        }
        return box;
    }

    private static Node thumbnail(vermeer.image.Picture picture) {
        ImageView view = new ImageView(FxImage.image(picture));
        view.setPreserveRatio(true);
        view.setFitHeight(72);
        return view;
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("simple-quiet");
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose a photo");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        "Photos",
                        PictureReader.extensions().stream()
                                .map(end -> "*." + end)
                                .toList()));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.show(file.toPath());
        }
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void take(DragEvent event) {
        model.show(event.getDragboard().getFiles().get(0).toPath());
        event.setDropCompleted(true);
        event.consume();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
