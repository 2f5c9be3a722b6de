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
 * @param method what made the map; empty for a map from a file
 */
public record Evidence(ImageModel model, Subject subject, Heatmap map, Optional<AttributionMethod> method) {

    /** The map at the input's resolution. */
    public Heatmap mapAtInput() {
        int[] shape = subject.input().itemShape();
        var layout = model.scores().layout();
        return Upsampling.bilinear(map, layout.height(shape), layout.width(shape));
    }
}
