package vermeer.ui.tuning.results;

import java.util.List;

/**
 * Pictures with something in common.
 *
 * @param title what, such as {@code bees taken for ants}
 * @param hint what to do with them, one sentence
 * @param pictures the most telling first
 */
public record Listing(String title, String hint, List<ListedPicture> pictures) {

    public Listing {
        pictures = List.copyOf(pictures);
    }
}
