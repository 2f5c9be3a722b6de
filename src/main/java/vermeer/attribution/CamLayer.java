package vermeer.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vermeer.engine.EngineException;
import vermeer.image.Heatmap;
import vermeer.model.Activations;
import vermeer.model.Layer;

/**
 * The layer that a class activation map is made of.
 *
 * @param grid where its tokens lie; empty where it has rows and columns of its own
 */
record CamLayer(Layer layer, Optional<TokenGrid> grid) {

    /** The setting that leaves the choice to the model: its last feature map. */
    static final String AUTOMATIC = "automatic";

    private static final int NAMES_IN_MESSAGES = 8;

    /** The layer of this name, or the model's own choice. */
    static CamLayer choose(Activations model, String name) throws EngineException {
        Optional<String> reason = unavailable(model, name);
        if (reason.isPresent()) {
            throw new EngineException(reason.get());
        }
        Layer layer = find(model, name).orElseThrow();
        return new CamLayer(layer, grid(model, layer));
    }

    /** Why there is no class activation map of this layer, in one sentence; empty where there is one. */
    static Optional<String> unavailable(Activations model, String name) {
        Optional<Layer> found = find(model, name);
        if (found.isEmpty()) {
            return Optional.of(
                    name.equals(AUTOMATIC)
                            ? "This model has no layer with rows and columns or with a grid of tokens, which class "
                                    + "activation maps need."
                            : "This model has no feature map '" + name + "'; it has " + someNames(model) + ".");
        }
        Layer layer = found.get();
        return layer.shape().length == 3 || grid(model, layer).isPresent()
                ? Optional.empty()
                : Optional.of("The " + layer.shape()[0] + " tokens of layer '" + layer.value()
                        + "' do not fit a grid over the picture, which class activation maps need.");
    }

    int channels() {
        return layer.shape()[0];
    }

    int rows() {
        return layer.shape()[1];
    }

    int columns() {
        return layer.shape()[2];
    }

    /** The map of this layer that a method made. */
    Attribution attribution(double[] cells, FeatureMaps size, Subject subject, boolean relu, String method) {
        float[] values = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            values[cell] = (float) (relu ? Math.max(0, cells[cell]) : cells[cell]);
        }
        Heatmap map = new Heatmap(
                size.rows(), size.columns(), values, subject.region(), method + " of layer " + layer.value());
        return new Attribution(map, Optional.empty(), Map.of(), Map.of("layer", layer.value()));
    }

    private static Optional<Layer> find(Activations model, String name) {
        return name.equals(AUTOMATIC)
                ? model.lastFeatureMap()
                : model.layers().stream()
                        .filter(layer -> layer.value().equals(name))
                        .findFirst();
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

    private static String someNames(Activations model) {
        int count = model.layers().size();
        String names = model.layers().stream()
                .skip(Math.max(0, count - NAMES_IN_MESSAGES))
                .map(Layer::value)
                .collect(Collectors.joining(", "));
        return count <= NAMES_IN_MESSAGES ? names : "(last " + NAMES_IN_MESSAGES + " of " + count + ") " + names;
    }
}
