package vermeer.ui.tuning.results;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vermeer.evaluation.ConfusionMatrix;
import vermeer.evaluation.EvaluatedPart;

/** The confusion matrix: every cell is a button that lists its pictures. */
final class ConfusionView extends VBox {
    private static final int MOST = 25;
    private static final int SHADES = 5;

    private final ResultsViewModel model;
    private final GridPane grid = new GridPane();
    private final Label note = new Label();

    ConfusionView(ResultsViewModel model) {
        super(6);
        this.model = model;
        grid.setId("confusion");
        grid.getStyleClass().add("confusion");
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        getChildren().addAll(grid, note);
        model.partProperty().subscribe(part -> {
            grid.getChildren().clear();
            if (part != null) {
                show(part);
            }
        });
    }

    private void show(EvaluatedPart part) {
        ConfusionMatrix confusion = part.confusion();
        int[] seen = IntStream.range(0, confusion.classes())
                .filter(k -> confusion.pictures(k) + confusion.predictions(k) > 0)
                .limit(MOST)
                .toArray();
        List<String> names = confusion.classNames();
        for (int i = 0; i < seen.length; i++) {
            Label column = name(names.get(seen[i]), "answered " + names.get(seen[i]));
            GridPane.setHalignment(column, HPos.CENTER);
            grid.add(column, i + 1, 0);
            grid.add(name(names.get(seen[i]), "labelled " + names.get(seen[i])), 0, i + 1);
            for (int j = 0; j < seen.length; j++) {
                grid.add(cell(confusion, seen[i], seen[j]), j + 1, i + 1);
            }
        }
        note.setText("Rows: the label; columns: the answer. "
                + (seen.length == MOST ? "Only the first " + MOST + " classes are shown. " : "")
                + "Click a number to see its photos.");
    }

    private Button cell(ConfusionMatrix confusion, int row, int column) {
        int count = confusion.counts()[row][column];
        double rate = confusion.pictures(row) == 0 ? 0 : (double) count / confusion.pictures(row);
        Button cell = new Button(count == 0 ? "·" : count + "\n" + String.format(Locale.ROOT, "%.0f %%", 100 * rate));
        cell.setId("cell-" + row + "-" + column);
        cell.getStyleClass().add("confusion-cell");
        int shade = count == 0 ? 0 : 1 + (int) Math.min(SHADES - 1, rate * SHADES);
        cell.getStyleClass().add((row == column ? "right-" : "wrong-") + shade);
        String words = count + " of " + confusion.pictures(row) + " "
                + confusion.classNames().get(row)
                + (row == column
                        ? " found"
                        : " taken for " + confusion.classNames().get(column)) + ", "
                + confusion.rate(row, column).percent();
        cell.setTooltip(new Tooltip(words));
        cell.setAccessibleText(words);
        cell.setDisable(count == 0);
        cell.setOnAction(pressed -> model.cell(row, column));
        return cell;
    }

    private static Label name(String text, String full) {
        Label label = new Label(text);
        label.getStyleClass().add("confusion-name");
        label.setMaxWidth(110);
        label.setTooltip(new Tooltip(full));
        return label;
    }
}
