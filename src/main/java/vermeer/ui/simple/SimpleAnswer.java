package vermeer.ui.simple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.image.ColourBar;
import vermeer.image.Picture;

/**
 * What is shown of one photo.
 *
 * @param file the photo's file
 * @param picture the photo
 * @param answer the class that the network answers
 * @param confidence its probability, 0 to 1
 * @param others the next classes with their probabilities, in words
 * @param note why the answer is not the most probable class; mostly empty
 * @param explained the network's class that the map explains: of classes taken together the most probable one
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
        String note,
        String explained,
        int[] overlay,
        ColourBar bar,
        String method,
        String warning,
        List<Nearest> nearest) {

    /** A training photo: its name, and its picture where it can still be read. */
    public record Nearest(String name, Optional<Picture> picture) {}

    public SimpleAnswer {
        nearest = List.copyOf(nearest);
    }
}
