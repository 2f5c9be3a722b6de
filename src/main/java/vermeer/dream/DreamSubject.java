package vermeer.dream;

import java.util.Optional;
import vermeer.image.Picture;

/**
 * What a dream is made of.
 *
 * @param feature what is excited, or the layer that is remembered
 * @param picture where it starts, what is remembered, or the content; empty for noise
 * @param style the picture whose style is taken; only style transfer reads it
 */
public record DreamSubject(Feature feature, Optional<Picture> picture, Optional<Picture> style) {

    /** From noise. */
    public static DreamSubject of(Feature feature) {
        return new DreamSubject(feature, Optional.empty(), Optional.empty());
    }

    /** From a picture. */
    public static DreamSubject of(Feature feature, Picture picture) {
        return new DreamSubject(feature, Optional.of(picture), Optional.empty());
    }
}
