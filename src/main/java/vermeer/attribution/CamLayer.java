package vermeer.attribution;

import java.util.Optional;
import vermeer.model.Activations;
import vermeer.model.Layer;
import vermeer.model.TokenGrid;

/**
 * The layer that a class activation map is made of.
 *
 * @param grid where its tokens lie; empty where it has rows and columns of its own
 */
record CamLayer(Layer layer, Optional<TokenGrid> grid) {

    /** The class activation map's view of a layer, whose tokens fit a grid where it has tokens. */
    static CamLayer of(Activations model, Layer layer) {
        return new CamLayer(layer, grid(model, layer));
    }

    /** Why there is no class activation map of this layer, in one sentence; empty where there is one. */
    Optional<String> unavailable() {
        return layer.shape().length == 3 || grid.isPresent()
                ? Optional.empty()
                : Optional.of("The " + layer.shape()[0] + " tokens of layer '" + layer.value()
                        + "' do not fit a grid over the picture, which class activation maps need.");
    }

    String value() {
        return layer.value();
    }

    int channels() {
        return layer.shape()[grid.isPresent() ? 1 : 0];
    }

    int rows() {
        return grid.map(TokenGrid::rows).orElseGet(() -> layer.shape()[1]);
    }

    int columns() {
        return grid.map(TokenGrid::columns).orElseGet(() -> layer.shape()[2]);
    }

    private static Optional<TokenGrid> grid(Activations model, Layer layer) {
        int[] input = model.inputShape();
        return layer.shape().length == 2
                ? TokenGrid.of(
                        layer.shape()[0],
                        model.layout().height(input),
                        model.layout().width(input))
                : Optional.empty();
    }
}
