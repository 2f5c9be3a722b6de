package vermeer.ui.compare;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.ui.control.FxImage;

/** The colour bar of one map: its ends, whose scale it is, and what the numbers mean. */
final class LegendBar extends VBox {
    private static final int GRADIENT = 128;
    private static final int HEIGHT = 6;

    private final ImageView bar = new ImageView();
    private final Label low = number();
    private final Label high = number();
    private final Label note = new Label();
    private final Tooltip meaning = new Tooltip();

    LegendBar() {
        super(1);
        getStyleClass().add("legend-bar");
        bar.setFitHeight(HEIGHT);
        bar.setPreserveRatio(false);
        bar.fitWidthProperty().bind(widthProperty());
        note.getStyleClass().add("scale-note");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setAlignment(Pos.CENTER);
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox numbers = new HBox(6, low, note, high);
        numbers.setAlignment(Pos.CENTER_LEFT);
        meaning.setWrapText(true);
        meaning.setMaxWidth(360);
        Tooltip.install(this, meaning);
        setMinWidth(0);
        setPrefWidth(60);
        getChildren().addAll(bar, numbers);
        show(null, "");
    }

    /** @param legend null for no map */
    void show(ColourBar legend, String scaleNote) {
        // keeps its place, so that nothing jumps when a map comes
        setVisible(legend != null);
        if (legend == null) {
            low.setText(" ");
            return;
        }
        bar.setImage(FxImage.bar(legend.gradient(GRADIENT), HEIGHT));
        low.setText(ColourBar.number(legend.scale().low()));
        high.setText((legend.scale().clipped() ? "≥ " : "")
                + ColourBar.number(legend.scale().high()));
        note.setText(scaleNote);
        meaning.setText(legend.text() + "; " + scaleNote);
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("numbers");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
