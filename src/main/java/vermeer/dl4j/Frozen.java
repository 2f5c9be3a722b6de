package vermeer.dl4j;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

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

    /** The same network with the same parameters, nothing of it frozen. */
    static Model thawed(Model network) {
        if (network instanceof ComputationGraph graph) {
            ComputationGraphConfiguration settings = graph.getConfiguration().clone();
            settings.getVertices().replaceAll((name, vertex) -> unwrap(vertex));
            for (GraphVertex vertex : settings.getVertices().values()) {
                if (vertex instanceof LayerVertex layer) {
                    thaw(layer.getLayerConf());
                }
            }
            ComputationGraph thawed = new ComputationGraph(settings);
            thawed.init(graph.params(), false);
            return thawed;
        }
        MultiLayerNetwork layers = (MultiLayerNetwork) network;
        MultiLayerConfiguration settings = layers.getLayerWiseConfigurations().clone();
        settings.getConfs().forEach(Frozen::thaw);
        MultiLayerNetwork thawed = new MultiLayerNetwork(settings);
        thawed.init(layers.params(), false);
        return thawed;
    }

    private static void thaw(NeuralNetConfiguration settings) {
        Layer inner = unwrap(settings.getLayer());
        if (inner != settings.getLayer()) {
            inner.setLayerName(settings.getLayer().getLayerName());
            settings.setLayer(inner);
        }
    }
}
