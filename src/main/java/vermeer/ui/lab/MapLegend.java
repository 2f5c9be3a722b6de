package vermeer.ui.lab;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.ui.control.FxImage;

/** The colours of a map and the numbers they stand for. */
final class MapLegend extends VBox {
    private static final int GRADIENT = 256;
    private static final int HEIGHT = 8;

    private final ImageView bar = new ImageView();
    private final HBox numbers = new HBox();

    MapLegend() {
        super(2);
        getStyleClass().add("map-legend");
        bar.setFitHeight(HEIGHT);
        bar.setPreserveRatio(false);
        bar.fitWidthProperty().bind(widthProperty());
        // the bar follows this box, so it must not widen it
        setPrefWidth(100);
        getChildren().addAll(bar, numbers);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    /** @param legend null for none */
    void show(ColourBar legend) {
        setVisible(legend != null);
        numbers.getChildren().clear();
        if (legend == null) {
            return;
        }
        bar.setImage(FxImage.bar(legend.gradient(GRADIENT), HEIGHT));
        for (ColourBar.Tick tick : legend.ticks()) {
            Label number = new Label(tick.label());
            number.getStyleClass().add("quiet");
            if (!numbers.getChildren().isEmpty()) {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                numbers.getChildren().add(space);
            }
            numbers.getChildren().add(number);
        }
    }
}
