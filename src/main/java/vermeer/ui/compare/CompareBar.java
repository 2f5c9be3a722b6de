package vermeer.ui.compare;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import vermeer.ui.control.FileChoosing;
import vermeer.ui.control.Segments;
import vermeer.ui.investigation.Prediction;

/** The line over the grid: rows, columns, scale, opacity, curtain, export, and how far the maps are. */
final class CompareBar extends VBox {
    private final CompareViewModel model;
    private final PickButton columns;
    private final Label progress = new Label();

    CompareBar(CompareViewModel model, FileChoosing files) {
        super(6);
        this.model = model;
        getStyleClass().add("compare-bar");
        PickButton methods = new PickButton("rows", () -> new MethodsPanel(model));
        Runnable count =
                () -> methods.setText("Methods (" + model.chosenMethods().size() + ")");
        model.chosenMethods().subscribe(count);
        count.run();
        methods.setTooltip(new Tooltip("The methods, one a row; their settings are those of the Explain workspace"));
        columns = new PickButton("columns", this::columnsPanel);
        model.grid().gridProperty().subscribe(grid -> showColumns());
        model.axisProperty().subscribe(axis -> showColumns());
        FlowPane line = new FlowPane(8, 6, axes(), methods, columns, scale(), opacity(), curtain(), export(files));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, running());
    }

    private Segments<Axis> axes() {
        List<Axis> all = List.of(Axis.values());
        return new Segments<>(
                        model.axisProperty(),
                        all,
                        Axis::title,
                        axis -> "axis-" + axis.title().toLowerCase(Locale.ROOT))
                .helped(all, Axis::purpose);
    }

    private VBox columnsPanel() {
        Prediction prediction =
                model.workbench().investigation().predictionProperty().get();
        if (model.axisProperty().get() == Axis.PICTURES) {
            return new PicturesPanel(model);
        }
        return prediction == null ? new VBox() : new ClassesPanel(model, prediction);
    }

    private void showColumns() {
        Axis axis = model.axisProperty().get();
        columns.setText(axis.title() + " ("
                + model.grid().gridProperty().get().columns().size() + ")");
        columns.setVisible(axis != Axis.MODELS);
        columns.setManaged(axis != Axis.MODELS);
    }

    private ComboBox<GridScale> scale() {
        ComboBox<GridScale> box = new ComboBox<>();
        box.setId("grid-scale");
        box.getItems().setAll(GridScale.values());
        box.setCellFactory(list -> new ScaleCell());
        box.setButtonCell(new ScaleCell());
        box.setMinWidth(USE_PREF_SIZE);
        box.setTooltip(new Tooltip("Which maps share one colour scale. Values of different methods mean different"
                + " things; the colour bars say what."));
        box.setAccessibleText("Which maps share one colour scale");
        box.valueProperty().bindBidirectional(model.grid().scaleProperty());
        return box;
    }

    private Slider opacity() {
        Slider slider = new Slider(0, 1, 1);
        slider.setId("grid-opacity");
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.1);
        slider.getStyleClass().add(Styles.SMALL);
        slider.valueProperty().bindBidirectional(model.workbench().canvas().opacityProperty());
        slider.setTooltip(new Tooltip("Opacity of the maps"));
        slider.setAccessibleText("Opacity of the maps");
        return slider;
    }

    private ToggleButton curtain() {
        ToggleButton button = new ToggleButton("", new FontIcon(MaterialDesignC.COMPARE));
        button.setId("curtain-toggle");
        String text = "Curtain: two maps in one place, a line between them to draw to and fro";
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        CurtainViewModel curtain = model.curtain();
        curtain.openProperty().subscribe(button::setSelected);
        button.setOnAction(pressed -> {
            if (curtain.openProperty().get()) {
                curtain.close();
            } else {
                curtain.open(model.grid().gridProperty().get().cells());
            }
            button.setSelected(curtain.openProperty().get());
        });
        return button;
    }

    private Button export(FileChoosing files) {
        Button button = icon("export-grid", MaterialDesignF.FILE_EXPORT_OUTLINE, "Export the grid as one picture");
        button.setOnAction(pressed ->
                files.save("Export the grid", model.fileName(), "png").ifPresent(model::writePng));
        return button;
    }

    private static Button icon(String id, Ikon icon, String text) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private HBox running() {
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("thin");
        bar.setPrefWidth(160);
        GridViewModel grid = model.grid();
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> grid.settledProperty().get()
                                / Math.max(
                                        1.0, grid.gridProperty().get().cells().size()),
                        grid.settledProperty(),
                        grid.gridProperty()));
        Button cancel = new Button("Cancel");
        cancel.setId("cancel-grid");
        cancel.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        cancel.setOnAction(pressed -> model.cancel());
        Button resume = icon("resume-grid", MaterialDesignT.TABLE_REFRESH, "Compute the maps that were cancelled");
        resume.setOnAction(pressed -> grid.resume());
        progress.setId("grid-progress");
        HBox line = new HBox(8, bar, progress, cancel, resume);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("running");
        Runnable show = () -> {
            boolean now = grid.runningProperty().get();
            boolean stopped = !now && grid.stopped();
            bar.setVisible(now);
            bar.setManaged(now);
            cancel.setVisible(now);
            cancel.setManaged(now);
            resume.setVisible(stopped);
            resume.setManaged(stopped);
            progress.setText(progress(stopped));
        };
        grid.runningProperty().subscribe(show);
        grid.settledProperty().subscribe(show);
        grid.timeLeftProperty().subscribe(show);
        grid.gridProperty().subscribe(show);
        show.run();
        return line;
    }

    private String progress(boolean stopped) {
        GridViewModel grid = model.grid();
        int all = grid.gridProperty().get().cells().size();
        if (stopped) {
            return "Cancelled";
        }
        if (!grid.runningProperty().get()) {
            return all == 0 ? "" : "Click a map to open it in Explain";
        }
        String left = grid.timeLeftProperty().get();
        return grid.settledProperty().get() + " of " + all + " maps" + (left.isEmpty() ? "" : "  ·  " + left);
    }

    /** A scale by its title. */
    private static final class ScaleCell extends ListCell<GridScale> {
        @Override
        protected void updateItem(GridScale scale, boolean none) {
            super.updateItem(scale, none);
            setText(none || scale == null ? null : scale.title());
        }
    }
}
