package vermeer.ui.trust;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import vermeer.image.ColourBar;

/** One place of a ranking: a button that shows the map; a control's has none to show. */
final class RankedRowView extends Button {
    private static final PseudoClass CONTROL = PseudoClass.getPseudoClass("control");

    RankedRowView(RankedRow row, Runnable onOpen) {
        getStyleClass().setAll("ranked-row");
        setId("ranked-" + row.title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        pseudoClassStateChanged(CONTROL, row.control());
        setMaxWidth(Double.MAX_VALUE);
        Label place = new Label(Integer.toString(row.place()));
        place.getStyleClass().add("place");
        place.setMinWidth(26);
        Label title = new Label(row.control() ? row.title() + " (control)" : row.title());
        title.getStyleClass().add("ranked-title");
        title.setMinWidth(170);
        Label value = new Label(ColourBar.number(row.reading().value()));
        value.getStyleClass().add("measure-number");
        value.setMinWidth(70);
        value.setAlignment(Pos.CENTER_RIGHT);
        Label sentence = new Label(row.reading().sentence());
        sentence.getStyleClass().add("quiet");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = new HBox(8, place, title, value, sentence);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        setGraphic(line);
        setAccessibleText(row.place() + ", " + title.getText() + ", " + value.getText() + ". "
                + row.reading().sentence());
        setTooltip(new Tooltip(row.reading().sentence()
                + (row.control()
                        ? " Knows nothing of the model; a method should be better."
                        : " Click to show this map in Explain.")));
        setOnAction(pressed -> {
            if (!row.control()) {
                onOpen.run();
            }
        });
        line.prefWidthProperty().bind(widthProperty().subtract(20));
    }
}
