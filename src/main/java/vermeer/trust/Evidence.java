package vermeer.trust;

import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.model.ImageModel;

/**
 * A map and what it claims to explain.
 *
 * @param model the model that answered
 * @param subject the picture and the target
 * @param map the map to be judged, of any resolution over the input
 * @param source what made the map; empty for a map from a file
 */
public record Evidence(ImageModel model, Subject subject, Heatmap map, Optional<MapSource> source) {

    /** A method's map. */
    public static Evidence of(ImageModel model, Subject subject, Heatmap map, AttributionMethod method) {
        return new Evidence(model, subject, map, Optional.of(MapSource.of(method)));
    }

    /** A map that nothing can make again, such as one from a file. */
    public static Evidence of(ImageModel model, Subject subject, Heatmap map) {
        return new Evidence(model, subject, map, Optional.empty());
    }

    /** A control's map. */
    public static Evidence of(ImageModel model, Subject subject, Control control, long seed) {
        Heatmap map = control.map(subject, model.scores().layout(), seed);
        return new Evidence(model, subject, map, Optional.of(MapSource.of(control, seed)));
    }

    /** The map at the input's resolution. */
    public Heatmap mapAtInput() {
        int[] shape = subject.input().itemShape();
        var layout = model.scores().layout();
        return Upsampling.bilinear(map, layout.height(shape), layout.width(shape));
    }
}
