package vermeer.ui.tuning.results;

import vermeer.image.ColourBar;
import vermeer.image.Picture;

/**
 * Maps of the class that a network named and of the class that a picture carries, on one scale so that they can be compared.
 *
 * @param shown what they explain
 * @param picture the picture itself
 * @param answered the map of the answer, laid over the picture: {@code 0xFFRRGGBB} row by row
 * @param labelled the map of the label, laid over the picture
 * @param bar the colours and what they mean
 * @param method the method and its settings
 */
public record Maps(
        ListedPicture shown, Picture picture, int[] answered, int[] labelled, ColourBar bar, String method) {}
