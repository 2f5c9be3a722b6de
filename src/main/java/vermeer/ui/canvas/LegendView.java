package vermeer.ui.canvas;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.ui.control.FxImage;

/** The colour bar: colours, the numbers they stand for, and what the numbers mean. */
final class LegendView extends VBox {
    private static final double BAR_HEIGHT = 10;
    private static final int GRADIENT = 256;

    private final ImageView bar = new ImageView();
    private final Label min = number();
    private final Label middle = number();
    private final Label max = number();
    private final Label meaning = new Label();

    LegendView(CanvasViewModel model) {
        super(3);
        setId("colour-bar");
        meaning.getStyleClass().add("meaning");
        bar.setFitHeight(BAR_HEIGHT);
        bar.setSmooth(true);
        bar.setPreserveRatio(false);
        bar.fitWidthProperty().bind(widthProperty());
        HBox numbers = new HBox(min, space(), middle, space(), max);
        numbers.setAlignment(Pos.CENTER);
        meaning.setMaxWidth(Double.MAX_VALUE);
        meaning.setAlignment(Pos.CENTER);
        setMinWidth(120);
        bar.setImage(FxImage.bar(new int[GRADIENT], (int) BAR_HEIGHT));
        min.setText(" ");
        meaning.setText(" ");
        // the bar follows this box, so it must not widen it
        setPrefWidth(200);
        getChildren().addAll(bar, numbers, meaning);
        model.layerProperty().subscribe(layer -> show(layer == null ? null : layer.legend()));
    }

    private void show(ColourBar legend) {
        // keeps its place, so that the picture does not jump when a map comes or goes
        setVisible(legend != null);
        if (legend == null) {
            return;
        }
        bar.setImage(FxImage.bar(legend.gradient(GRADIENT), (int) BAR_HEIGHT));
        min.setText(label(legend, 0));
        middle.setText(label(legend, 0.5));
        max.setText(label(legend, 1));
        meaning.setText(legend.text());
        setAccessibleText("Colour bar from " + min.getText() + " to " + max.getText() + ", " + legend.text());
    }

    private static String label(ColourBar legend, double share) {
        return legend.ticks().stream()
                .filter(tick -> tick.share() == share)
                .map(ColourBar.Tick::label)
                .findFirst()
                .orElse("");
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("numbers");
        return label;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
