package vermeer.ui.tuning.run;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.FxImage;
import vermeer.ui.tuning.Pin;
import vermeer.ui.tuning.Pins;
import vermeer.ui.tuning.Tuning;

/** The pinned pictures side by side, and below them a row of maps for each epoch, the newest first. */
final class PinnedView extends VBox {
    private static final double SIDE = 96;
    private static final int MOST_ROWS = 100;

    private final Tuning tuning;
    private final RunQueue queue;
    private final GridPane grid = new GridPane();
    private final Label said = new Label();
    private final Button each = new Button("One of each class");
    private Subscription thumbnails = Subscription.EMPTY;
    private Subscription followed = Subscription.EMPTY;

    PinnedView(RunQueue queue) {
        super(8);
        this.queue = queue;
        this.tuning = queue.tuning();
        setId("pinned");
        getStyleClass().add("pinned");
        said.getStyleClass().add("quiet");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        grid.setHgap(10);
        grid.setVgap(8);
        ScrollPane sideways = new ScrollPane(grid);
        sideways.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sideways.setFitToHeight(true);
        sideways.getStyleClass().add("pinned-scroll");
        getChildren().addAll(said, sideways);
        Shown.when(sideways, false);
        tuning.pins().all().addListener((ListChangeListener<Pin>) change -> {
            Shown.when(sideways, !tuning.pins().all().isEmpty());
            show();
        });
        Shown.when(sideways, !tuning.pins().all().isEmpty());
        tuning.dataProperty().subscribe(data -> each.setDisable(data == null));
        queue.selectedProperty().subscribe(this::follow);
        setOnDragOver(this::offer);
        setOnDragDropped(this::take);
    }

    /** Ways to pin pictures, for the heading. */
    Node pinning() {
        each.setId("pin-each");
        each.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        each.setOnAction(
                pressed -> tuning.pins().addOneOfEach(tuning.dataProperty().get()));
        Button choose = new Button("Pin photos…");
        choose.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        choose.setOnAction(pressed -> new FileChoosing(() -> getScene().getWindow())
                .pictures()
                .forEach(file ->
                        tuning.pins().add(Pins.of(file, tuning.dataProperty().get()))));
        return new HBox(each, choose);
    }

    private void follow(Run run) {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
        if (run != null) {
            ListChangeListener<Object> changed = change -> show();
            run.pinned().addListener(changed);
            followed = () -> run.pinned().removeListener(changed);
        }
        show();
    }

    private void show() {
        thumbnails.unsubscribe();
        thumbnails = Subscription.EMPTY;
        grid.getChildren().clear();
        List<Pin> pins = tuning.pins().all();
        List<PinnedRow> rows = rows();
        said.setText(said(pins, rows));
        for (int i = 0; i < pins.size(); i++) {
            Node photo = photo(pins.get(i));
            GridPane.setHalignment(photo, HPos.CENTER);
            grid.add(photo, i + 1, 0);
        }
        Run run = queue.selectedProperty().get();
        for (int row = 0; row < rows.size(); row++) {
            Label epoch = new Label("Epoch " + rows.get(row).epoch());
            epoch.setMinWidth(USE_PREF_SIZE);
            Label best = new Label("the best");
            best.getStyleClass().add("badge");
            Shown.when(best, rows.get(row).epoch() == run.bestEpoch());
            grid.add(new VBox(3, epoch, best), 0, row + 1);
            for (int i = 0; i < pins.size(); i++) {
                int column = i + 1;
                int line = row + 1;
                rows.get(row).of(pins.get(i)).ifPresent(map -> grid.add(map(map), column, line));
            }
        }
    }

    private List<PinnedRow> rows() {
        Run run = queue.selectedProperty().get();
        List<PinnedRow> rows = new ArrayList<>(run == null ? List.of() : run.pinned());
        Collections.reverse(rows);
        return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }

    private static String said(List<Pin> pins, List<PinnedRow> rows) {
        if (pins.isEmpty()) {
            return "Pin up to " + Pins.MOST + " photos, here or in the step Data, or drop them here: after each epoch"
                    + " their maps show what the network learns to look at.";
        }
        if (rows.isEmpty()) {
            return "Maps appear here after each epoch that has a checkpoint.";
        }
        PinnedMap first =
                rows.get(0).maps().isEmpty() ? null : rows.get(0).maps().get(0);
        return rows.get(0).method() + ", each map on its own scale"
                + (first == null
                        ? "."
                        : "; values: " + first.bar().meaning() + ". Epochs that pass too fast are left out.");
    }

    private Node photo(Pin pin) {
        ImageView view = new ImageView();
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        thumbnails = thumbnails.and(tuning.thumbnails()
                .of(pin.file())
                .subscribe(picture -> view.setImage(picture == null ? null : FxImage.image(picture))));
        Button away = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        away.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, "unpin");
        away.setAccessibleText("Unpin " + pin.file().getFileName());
        away.setTooltip(new Tooltip("Unpin"));
        away.setOnAction(pressed -> tuning.pins().remove(pin.file()));
        StackPane frame = new StackPane(view, away);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        StackPane.setAlignment(away, Pos.TOP_RIGHT);
        Tooltip.install(view, new Tooltip(pin.file().toString()));
        return new VBox(
                2, frame, caption(pin.label().orElse(pin.file().getFileName().toString()), "class-title"));
    }

    private static Node map(PinnedMap map) {
        ImageView view = new ImageView(FxImage.image(map.map()));
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        String share = String.format(Locale.ROOT, "%.0f %%", 100 * map.probability());
        Label answer = caption(share + " " + map.answer(), map.right() ? "pinned-right" : "pinned-wrong");
        Label why = caption("why " + map.explained(), "quiet");
        VBox cell = new VBox(1, frame, answer, why);
        String whole = "Answer: " + map.answer() + ", " + share + (map.right() ? "" : " (its label is another)")
                + "\nThe map says why " + map.explained() + ": " + map.bar().text();
        Tooltip.install(cell, new Tooltip(whole));
        cell.setAccessibleText(whole);
        return cell;
    }

    private static Label caption(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMaxWidth(SIDE);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        return label;
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void take(DragEvent event) {
        for (File file : event.getDragboard().getFiles()) {
            if (file.isFile()) {
                tuning.pins().add(Pins.of(file.toPath(), tuning.dataProperty().get()));
            }
        }
        event.setDropCompleted(true);
        event.consume();
    }
}
