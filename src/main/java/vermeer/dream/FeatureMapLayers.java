package vermeer.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.model.Layer;
import vermeer.model.OpenModel;

/** Layers that dreams take by themselves. */
record FeatureMapLayers(List<Layer> maps) {

    /** The feature maps with rows and columns, or all layers of a network that has none. */
    static FeatureMapLayers of(OpenModel model) {
        List<Layer> all = model.activations().layers();
        List<Layer> maps =
                all.stream().filter(layer -> layer.shape().length == 3).toList();
        return new FeatureMapLayers(maps.size() > 1 ? maps : all);
    }

    /** The layer at this part of the way, 0 for the first and 1 for the last. */
    Optional<Layer> at(double part) {
        return maps.isEmpty() ? Optional.empty() : Optional.of(maps.get((int) Math.round(part * (maps.size() - 1))));
    }

    /** The last layer of each size, largest size first, at most {@code count} of them. */
    List<Layer> lastOfEachSize(int count) {
        List<Layer> last = new ArrayList<>();
        for (Layer layer : maps) {
            boolean same = !last.isEmpty() && last.get(last.size() - 1).shape()[1] == layer.shape()[1];
            if (same) {
                last.set(last.size() - 1, layer);
            } else {
                last.add(layer);
            }
        }
        return List.copyOf(last.subList(0, Math.min(count, last.size())));
    }
}
