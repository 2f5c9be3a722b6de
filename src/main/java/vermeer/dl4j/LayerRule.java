package vermeer.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How one kind of layer is written as ONNX nodes, without its activation function unless it is part of the rule. */
@FunctionalInterface
interface LayerRule<L extends Layer> {

    /**
     * @param layer the layer's settings
     * @param weights its parameters by DL4J's keys
     * @param input what the layer reads
     * @param shape of its output in DL4J
     * @return the name of the output in the graph
     */
    String emit(L layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException;
}
