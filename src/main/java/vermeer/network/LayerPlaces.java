package vermeer.network;

import java.util.Optional;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.model.TokenGrid;

/**
 * Where the values of a layer's channels lie, in its memory and over the picture.
 *
 * @param channels of tokens, features
 * @param rows over the picture; 1 where tokens fit no grid
 * @param columns over the picture; all tokens where they fit no grid
 * @param skipped tokens in front that stand for the whole picture
 * @param tokens whether a place's features lie together, instead of a channel's places
 * @param overPicture whether rows and columns are those of the picture
 */
public record LayerPlaces(int channels, int rows, int columns, int skipped, boolean tokens, boolean overPicture) {

    /** The places of a layer with rows and columns, or with tokens. */
    public static LayerPlaces of(OpenModel model, Layer layer) {
        int[] shape = layer.shape();
        if (shape.length == 3) {
            return new LayerPlaces(shape[0], shape[1], shape[2], 0, false, true);
        }
        Optional<TokenGrid> grid =
                TokenGrid.of(shape[0], model.profile().height(), model.profile().width());
        return grid.map(found -> new LayerPlaces(shape[1], found.rows(), found.columns(), found.skipped(), true, true))
                .orElseGet(() -> new LayerPlaces(shape[1], 1, shape[0], 0, true, false));
    }

    /** How many values a channel has. */
    int all() {
        return skipped + rows * columns;
    }

    /** Where a channel's value of a place of the grid lies. */
    int at(int channel, int place) {
        return any(channel, skipped + place);
    }

    /** Where a channel's value lies, those that stand for the whole picture first. */
    int any(int channel, int place) {
        return tokens ? place * channels + channel : channel * rows * columns + place;
    }
}
