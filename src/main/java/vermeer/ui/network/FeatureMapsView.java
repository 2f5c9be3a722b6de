package vermeer.ui.network;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vermeer.image.Colormap;
import vermeer.image.Heatmap;
import vermeer.model.Layer;
import vermeer.model.Target;
import vermeer.network.LayerPlaces;
import vermeer.network.LayerReading;
import vermeer.ui.control.FxImage;
import vermeer.ui.control.Section;
import vermeer.ui.control.Segments;
import vermeer.ui.investigation.Prediction;

/** The chosen layer's channels on the picture in sight, as small maps, sorted; dead ones are marked. */
final class FeatureMapsView extends VBox {
    private static final List<LayerReading.Order> ORDERS =
            List.of(LayerReading.Order.CONTRIBUTION, LayerReading.Order.ACTIVATION, LayerReading.Order.NUMBER);

    private static final int FIRST = 32;
    private static final int SIDE = 78;
    /** A row of tokens is drawn so many times as long as it is thick. */
    private static final int ROW_FLATNESS = 4;

    private final NetworkViewModel model;
    private final BiConsumer<Layer, Integer> onDream;
    private final VBox content = new VBox(8);
    private int shown = FIRST;

    /** @param onDream makes a picture for a channel of a layer */
    FeatureMapsView(NetworkViewModel model, BiConsumer<Layer, Integer> onDream) {
        this.model = model;
        this.onDream = onDream;
        getChildren().add(new Section("Feature maps", new VBox(8, orders(), content)));
        model.readingProperty().subscribe(reading -> {
            if (getScene() != null || reading != null) {
                show();
            }
        });
        model.orderProperty().subscribe(order -> show());
        show();
    }

    private Segments<LayerReading.Order> orders() {
        Segments<LayerReading.Order> orders = new Segments<>(
                model.orderProperty(),
                ORDERS,
                FeatureMapsView::title,
                order -> "order-" + order.name().toLowerCase(Locale.ROOT));
        orders.setMinWidth(USE_PREF_SIZE);
        return orders;
    }

    private static String title(LayerReading.Order order) {
        String name = order.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private void show() {
        content.getChildren().clear();
        LayerReading reading = model.readingProperty().get();
        if (reading == null) {
            boolean picture = model.investigation().predictionProperty().get() != null;
            Label waiting = new Label(picture ? "Reading the layer…" : "Choose a picture in the strip first.");
            waiting.getStyleClass().add("quiet");
            content.getChildren().add(waiting);
            return;
        }
        List<LayerReading.Channel> channels =
                reading.channels(model.orderProperty().get());
        long dead = channels.stream().filter(LayerReading.Channel::dead).count();
        Target target = model.investigation().targetProperty().get();
        Label about = new Label(channels.size() + " channels, " + dead + " dead on this picture. " + tokens(reading)
                + (reading.gradient().isEmpty() || target == null
                        ? "Contributions need gradients, which this network has none of."
                        : "Contribution: activation times gradient of " + target.name() + "."));
        about.setWrapText(true);
        about.getStyleClass().add("quiet");
        FlowPane maps = new FlowPane(8, 8);
        maps.setId("feature-maps");
        channels.stream().limit(shown).forEach(channel -> maps.getChildren().add(tile(reading, channel)));
        content.getChildren().addAll(about, maps);
        if (channels.size() > shown) {
            Button more = new Button("Show " + Math.min(FIRST * 2, channels.size() - shown) + " more");
            more.setOnAction(pressed -> {
                shown += FIRST * 2;
                show();
            });
            content.getChildren().add(more);
        }
        content.getChildren().add(new StatisticsView("All activations", reading.statistics()));
    }

    /** What the pictures show of a layer of tokens; empty for one with rows and columns. */
    private static String tokens(LayerReading reading) {
        LayerPlaces places = reading.places();
        if (!places.tokens()) {
            return "";
        }
        int tokens = reading.layer().shape()[0];
        if (!places.overPicture()) {
            return "Its " + tokens
                    + " tokens fit no grid over the picture, so each channel is drawn as one row of them. ";
        }
        String grid = "Its tokens lie on a grid of " + places.rows() + " × " + places.columns();
        return places.skipped() == 0
                ? grid + ". "
                : grid + "; " + (places.skipped() == 1 ? "the one" : "the " + places.skipped())
                        + " in front, for the whole picture, count" + (places.skipped() == 1 ? "s" : "")
                        + " but cannot be drawn. ";
    }

    private VBox tile(LayerReading reading, LayerReading.Channel channel) {
        Heatmap map = reading.map(channel.channel());
        String value = model.orderProperty().get() == LayerReading.Order.CONTRIBUTION
                ? StatisticsView.number(channel.contribution())
                : StatisticsView.number(channel.mean());
        String text = String.format(
                Locale.ROOT,
                "Channel %d: mean %.3g, largest %.3g, contribution %.3g%s",
                channel.channel(),
                channel.mean(),
                channel.max(),
                channel.contribution(),
                channel.dead() ? "; dead: the same value everywhere" : "");
        Thumb thumb = new Thumb(image(map), SIDE, text);
        if (reading.places().overPicture()) {
            thumb.getStyleClass().add("enlarges");
            thumb.setOnMouseClicked(clicked -> enlarge(thumb, reading.layer(), channel.channel(), map, text));
        }
        Label number = new Label(Integer.toString(channel.channel()));
        number.getStyleClass().add("channel-number");
        Label amount = new Label(channel.dead() ? "dead" : value);
        amount.getStyleClass().add(channel.dead() ? "dead" : "quiet");
        HBox line = new HBox(4, number, amount);
        line.setAlignment(Pos.BASELINE_LEFT);
        return new VBox(2, thumb, line);
    }

    /** Shows the map over the picture, large. */
    private void enlarge(Thumb thumb, Layer layer, int channel, Heatmap map, String text) {
        Prediction at = model.investigation().predictionProperty().get();
        if (at == null) {
            return;
        }
        ImageView picture =
                new ImageView(FxImage.image(ChannelOverlay.draw(at.picture().picture(), map)));
        Label about = new Label(text + ".");
        about.setWrapText(true);
        about.setMaxWidth(picture.getImage().getWidth());
        Button dream = new Button("Dream of this channel");
        dream.setId("dream-of-channel");
        VBox content = new VBox(8, picture, about, dream);
        content.getStyleClass().add("notes");
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.RIGHT_TOP);
        popover.setDetachable(false);
        popover.setAutoHide(true);
        dream.setOnAction(pressed -> {
            popover.hide();
            onDream.accept(layer, channel);
        });
        popover.show(thumb);
    }

    /** Each map from its own smallest to its own largest value. */
    private static WritableImage image(Heatmap map) {
        float low = map.min();
        float span = Math.max(1e-12f, map.max() - low);
        int[] argb = new int[map.values().length];
        for (int i = 0; i < argb.length; i++) {
            double share = map.max() > low ? (map.values()[i] - low) / span : 0;
            argb[i] = 0xff000000 | Colormap.VIRIDIS.colour(share);
        }
        int rows = map.height() == 1 ? Math.max(1, map.width() / ROW_FLATNESS) : 1;
        int[] thick = new int[rows * argb.length];
        for (int i = 0; i < thick.length; i++) {
            thick[i] = argb[i % argb.length];
        }
        return FxImage.image(map.width(), map.height() * rows, thick);
    }
}
