package vermeer.ui.tuning.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vermeer.data.decision.Prepared;

/** How many times more forms photos of a class get; out of sight until it is asked for. */
final class MultipliersView extends VBox {
    private static final int MOST_CLASSES = 100;
    private static final double MOST = 10;

    private final AugmentationViewModel model;
    private final GridPane grid = new GridPane();
    private List<String> shown = List.of();

    MultipliersView(DataViewModel data, AugmentationViewModel model) {
        super(6);
        this.model = model;
        grid.setHgap(10);
        grid.setVgap(4);
        Hyperlink toggle = new Hyperlink("More forms for some classes…");
        toggle.setId("multipliers");
        toggle.setOnAction(pressed -> Question.show(grid, !grid.isVisible()));
        Question.show(grid, false);
        getChildren().addAll(toggle, grid);
        data.tuning().dataProperty().subscribe(this::show);
    }

    private void show(Prepared prepared) {
        List<String> classes = prepared == null ? List.of() : prepared.dataset().classes();
        if (classes.equals(shown)) {
            return;
        }
        shown = classes;
        grid.getChildren().clear();
        for (String name : classes.subList(0, Math.min(MOST_CLASSES, classes.size()))) {
            Spinner<Double> spinner = new Spinner<>(0, MOST, model.multiplier(name), 0.5);
            spinner.setPrefWidth(90);
            spinner.setAccessibleText("Times more forms for " + name);
            spinner.valueProperty().subscribe((before, now) -> model.multiplier(name, now));
            Label label = new Label(name);
            label.setAlignment(Pos.CENTER_LEFT);
            grid.addRow(grid.getRowCount(), label, spinner, Question.quiet("times"));
        }
    }
}
