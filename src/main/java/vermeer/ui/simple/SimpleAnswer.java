package vermeer.ui.simple;

import java.nio.file.Path;
import java.util.List;
import vermeer.image.ColourBar;
import vermeer.image.Picture;

/**
 * What is shown of one photo.
 *
 * @param file the photo's file
 * @param picture the photo
 * @param answer the most probable class
 * @param confidence its probability, 0 to 1
 * @param others the next classes with their probabilities, in words
 * @param overlay the photo with the map of the answer: {@code 0xFFRRGGBB} row by row
 * @param bar the map's colours and what they mean
 * @param method the map's method and settings
 * @param warning why the answer should not be trusted, one sentence; mostly empty
 * @param nearest the training photos most like it, nearest first
 */
public record SimpleAnswer(
        Path file,
        Picture picture,
        String answer,
        double confidence,
        String others,
        int[] overlay,
        ColourBar bar,
        String method,
        String warning,
        List<Nearest> nearest) {

    /** A training photo: its name, and its picture where it can still be read. */
    public record Nearest(String name, java.util.Optional<Picture> picture) {}

    public SimpleAnswer {
        nearest = List.copyOf(nearest);
    }
}
