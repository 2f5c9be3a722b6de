package vermeer.ui.trust;

import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import vermeer.trust.Agreement;

/** How far the maps agree, pair by pair: a coloured cell each, the rows numbered like the columns. */
final class MatrixView extends GridPane {
    private static final double CELL = 40;

    MatrixView(Agreement agreement) {
        getStyleClass().add("matrix");
        int count = agreement.titles().size();
        for (int i = 0; i < count; i++) {
            add(cell(Integer.toString(i + 1), "quiet"), i + 1, 0);
            Label title = new Label(i + 1 + "  " + agreement.titles().get(i));
            title.setMinWidth(USE_PREF_SIZE);
            add(title, 0, i + 1);
            for (int j = 0; j < count; j++) {
                double value = agreement.correlations().get(i).get(j);
                Label cell = cell(String.format(Locale.ROOT, "%.2f", Math.abs(value) < 0.005 ? 0.0 : value), "cell");
                cell.setStyle(String.format(
                        Locale.ROOT,
                        "-fx-background-color: rgba(%s, %.2f)",
                        value < 0 ? "198, 70, 0" : "26, 95, 180",
                        0.6 * Math.min(1, Math.abs(value))));
                cell.setTooltip(new Tooltip(
                        agreement.titles().get(i) + " and " + agreement.titles().get(j)));
                add(cell, j + 1, i + 1);
            }
        }
    }

    private static Label cell(String text, String style) {
        Label cell = new Label(text);
        cell.getStyleClass().add(style);
        cell.setMinWidth(CELL);
        cell.setAlignment(javafx.geometry.Pos.CENTER);
        GridPane.setHalignment(cell, HPos.CENTER);
        return cell;
    }
}
