package vermeer.ui.trust;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vermeer.image.ColourBar;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.control.FxImage;
import vermeer.ui.investigation.ShownMap;

/** The map that is judged, over its picture, with its name, colour bar and settings. */
final class MapView extends VBox {
    private static final int SIDE = 640;
    private static final int BAR_STEPS = 256;
    private static final double BAR_HEIGHT = 10;
    private static final double WIDTH = 280;

    private final LatestJob drawing;
    private final Label title = wrapped("map-name");
    private final ImageView image = new ImageView();
    private final ImageView bar = new ImageView();
    private final HBox numbers = new HBox();
    private final Label meaning = wrapped("quiet");
    private final Label settings = wrapped("quiet");

    MapView(JobRunner runner) {
        this.drawing = new LatestJob(runner);
        getStyleClass().add("judged-map");
        setMinWidth(160);
        image.setPreserveRatio(true);
        image.fitWidthProperty().bind(widthProperty().subtract(2));
        bar.fitWidthProperty().bind(image.fitWidthProperty());
        bar.setFitHeight(BAR_HEIGHT);
        setPrefWidth(WIDTH);
        getChildren().addAll(title, image, bar, numbers, meaning, settings);
    }

    /** @param overlay how a map is laid over its picture */
    void show(ShownMap map, Function<ShownMap, Overlay> overlay) {
        boolean there = map != null;
        bar.setVisible(there);
        numbers.getChildren().clear();
        if (!there) {
            drawing.cancel();
            image.setImage(null);
            title.setText("No map");
            meaning.setText("Choose a method; its map is judged here.");
            settings.setText("");
            return;
        }
        Overlay by = overlay.apply(map);
        ColourBar legend = ColourBar.of(by, map.map());
        title.setText(map.method().title() + " of " + map.target().name());
        meaning.setText(legend.text());
        settings.setText(map.settings().isEmpty() ? "No settings." : "Settings: " + map.settings() + ".");
        bar.setImage(FxImage.bar(legend.gradient(BAR_STEPS), (int) BAR_HEIGHT));
        for (ColourBar.Tick tick : legend.ticks()) {
            if (!numbers.getChildren().isEmpty()) {
                Region space = new Region();
                HBox.setHgrow(space, Priority.ALWAYS);
                numbers.getChildren().add(space);
            }
            Label number = new Label(tick.label());
            number.getStyleClass().add("quiet");
            numbers.getChildren().add(number);
        }
        drawing.submit(new JobRequest<>(
                "Draw the map",
                Lane.IO,
                progress -> draw(map, by),
                pixels -> image.setImage(FxImage.image(pixels.width(), pixels.height(), pixels.argb())),
                failure -> meaning.setText(failure.getMessage())));
    }

    private static Pixels draw(ShownMap shown, Overlay by) {
        Picture original = shown.prediction().picture().picture();
        Picture small = original.fitting(SIDE);
        Heatmap map = shown.map();
        Heatmap placed = new Heatmap(
                map.height(),
                map.width(),
                map.values(),
                map.region()
                        .scaled((double) small.width() / original.width(), (double) small.height() / original.height()),
                map.meaning());
        return new Pixels(small.width(), small.height(), by.draw(small, placed));
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
