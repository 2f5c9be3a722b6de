package vermeer.ui.network;

import java.util.List;
import java.util.Optional;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.image.Overlay;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.LayerPlaces;
import vermeer.network.LayerReading;

/** A channel's map over a picture. */
final class ChannelOverlay {
    private static final int SIDE = 360;

    private ChannelOverlay() {}

    /** Reads the layer on a picture and draws the channel over it; takes a forward pass. */
    static Picture read(OpenModel model, Layer layer, Picture picture, int channel, Progress progress)
            throws EngineException, CancelledException {
        float[] values = model.activations()
                .activations(model.preprocessing().input(picture), List.of(layer.value()), progress)
                .activations()
                .get(layer.value())
                .data();
        Region seen = model.preprocessing().seen(picture);
        return draw(
                picture,
                new LayerReading(layer, seen, values, Optional.empty(), LayerPlaces.of(model, layer)).map(channel));
    }

    /** Draws what excites the channel over a picture, which is made smaller first; negative values count as 0. */
    static Picture draw(Picture picture, Heatmap map) {
        Picture small = picture.fitting(SIDE);
        double factor = (double) small.width() / picture.width();
        Region region = map.region();
        float[] excited = map.values().clone();
        for (int i = 0; i < excited.length; i++) {
            excited[i] = Math.max(0, excited[i]);
        }
        Heatmap fitted = new Heatmap(
                map.height(),
                map.width(),
                excited,
                new Region(region.x() * factor, region.y() * factor, region.width() * factor, region.height() * factor),
                map.meaning());
        int[] argb = Overlay.suiting(fitted).draw(small, fitted);
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            rgb[3 * i] = (byte) (argb[i] >> 16);
            rgb[3 * i + 1] = (byte) (argb[i] >> 8);
            rgb[3 * i + 2] = (byte) argb[i];
        }
        return Picture.of(small.width(), small.height(), rgb);
    }
}
