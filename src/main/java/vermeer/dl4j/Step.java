package vermeer.dl4j;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;

/** One application of a layer or vertex, in the order of computing. */
sealed interface Step {

    /** The name in the source, unique in the network. */
    String name();

    /** The names of the steps whose outputs it reads; the network's input counts as a step. */
    List<String> inputs();

    /** The kind of layer or vertex for messages: its class's simple name. */
    String kind();

    /** @param preProcessor reshapes the input before the layer reads it; null where there is none */
    record LayerStep(String name, List<String> inputs, InputPreProcessor preProcessor, Layer layer) implements Step {

        /** The layer's settings, without frozen wrappers. */
        org.deeplearning4j.nn.conf.layers.Layer settings() {
            return Frozen.unwrap(layer.conf().getLayer());
        }

        @Override
        public String kind() {
            return settings().getClass().getSimpleName();
        }
    }

    /** @param settings the vertex's settings, without frozen wrappers */
    record VertexStep(
            String name, List<String> inputs, org.deeplearning4j.nn.conf.graph.GraphVertex settings, GraphVertex vertex)
            implements Step {

        @Override
        public String kind() {
            return settings.getClass().getSimpleName();
        }
    }
}
