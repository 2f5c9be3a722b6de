package vermeer.dl4j;

import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;

/** Frozen wrappers only tell the trainer what not to change; inference looks through them. */
final class Frozen {
    private Frozen() {}

    static Layer unwrap(Layer layer) {
        if (layer instanceof FrozenLayer frozen) {
            return unwrap(frozen.getLayer());
        }
        if (layer instanceof FrozenLayerWithBackprop frozen) {
            return unwrap(frozen.getUnderlying());
        }
        return layer;
    }

    static GraphVertex unwrap(GraphVertex vertex) {
        return vertex instanceof FrozenVertex frozen ? unwrap(frozen.getUnderlying()) : vertex;
    }
}
