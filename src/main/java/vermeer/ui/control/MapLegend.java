package vermeer.ui.control;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;

/** The colours of a map, what they mean, and how the map was made. */
public final class MapLegend extends VBox {
    private static final int BAR = 8;
    private static final int GRADIENT = 256;
    private static final double WIDTH = 260;

    /** @param method the map's method and settings */
    public MapLegend(ColourBar bar, String method) {
        super(2);
        ImageView colours = new ImageView(FxImage.bar(bar.gradient(GRADIENT), BAR));
        colours.setPreserveRatio(false);
        colours.setFitWidth(WIDTH);
        colours.setFitHeight(BAR);
        HBox ticks = new HBox();
        ticks.setMaxWidth(WIDTH);
        for (ColourBar.Tick tick : bar.ticks()) {
            if (!ticks.getChildren().isEmpty()) {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                ticks.getChildren().add(space);
            }
            ticks.getChildren().add(quiet(tick.label()));
        }
        Label meaning = quiet(method + "; " + bar.text());
        meaning.setWrapText(true);
        getChildren().addAll(colours, ticks, meaning);
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
