package vermeer.ui.compare;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.comparison.AlignedClass;
import vermeer.ui.control.Percent;

/** One class in both answers: a bar for each model, and the difference. */
final class AlignedRow extends VBox {
    /** From this difference on it is marked; a tenth of certainty is what people act upon. */
    private static final double MARKED_FROM = 0.1;

    AlignedRow(AlignedClass row) {
        super(2);
        getStyleClass().add("aligned-row");
        Label name = new Label(row.name());
        name.getStyleClass().add("class-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(new Tooltip(row.name()));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox line = new HBox(8, name, difference(row));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, bar("A", row.first()), bar("B", row.second()));
    }

    private static Label difference(AlignedClass row) {
        Label label = new Label();
        label.getStyleClass().add("difference");
        label.setMinWidth(Region.USE_PREF_SIZE);
        if (!row.shared()) {
            label.setText(Double.isNaN(row.first()) ? "only in B" : "only in A");
            label.getStyleClass().add("one-sided");
        } else {
            label.setText(String.format(Locale.ROOT, "%+.1f points", 100 * row.difference())
                    .replace("-", "−"));
            label.getStyleClass().add(Math.abs(row.difference()) >= MARKED_FROM ? "large" : "small");
            label.setTooltip(new Tooltip("Model B's probability minus model A's, in percentage points"));
        }
        return label;
    }

    private static HBox bar(String model, double probability) {
        boolean none = Double.isNaN(probability);
        Label letter = new Label(model);
        letter.getStyleClass().add("rank");
        letter.setMinWidth(12);
        Region filled = new Region();
        filled.getStyleClass().addAll("filled", "model-" + model.toLowerCase(Locale.ROOT));
        HBox track = new HBox(filled);
        track.getStyleClass().add("track");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(0);
        filled.prefWidthProperty().bind(track.widthProperty().multiply(none ? 0 : probability));
        filled.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(track, Priority.ALWAYS);
        Label percent = new Label(none ? "–" : Percent.of(probability));
        percent.getStyleClass().add("probability");
        percent.setMinWidth(54);
        percent.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(6, letter, track, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
