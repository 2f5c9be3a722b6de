package vermeer.ui.tuning.run;

import vermeer.image.ColourBar;
import vermeer.image.Picture;
import vermeer.ui.tuning.Pin;

/**
 * What a network in the making says of a pinned picture, and why.
 *
 * @param pin the picture
 * @param map the picture with the map of {@code explained} laid over it, small
 * @param explained the class that the map explains: the label, where the picture has one, else the answer
 * @param answer the class that the network names
 * @param probability of the answer, 0 to 1
 * @param bar the map's colours and what they mean
 */
public record PinnedMap(Pin pin, Picture map, String explained, String answer, double probability, ColourBar bar) {

    /** Whether the answer is the picture's label; true where it has none. */
    boolean right() {
        return pin.label().map(answer::equals).orElse(true);
    }
}
