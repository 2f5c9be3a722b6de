package vermeer.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers on rows of numbers, output layers, and layers that only pass their input on. */
final class DenseRules {
    private DenseRules() {}

    static String dense(DenseLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        if (layer.hasLayerNorm()) {
            throw new ConversionException("layer normalisation inside a dense layer has no ONNX form in Vermeer");
        }
        return product(layer.hasBias(), weights, input, graph);
    }

    static String output(BaseOutputLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        return product(layer.hasBias(), weights, input, graph);
    }

    private static String product(boolean hasBias, Map<String, INDArray> weights, Value input, Emitter graph)
            throws ConversionException {
        if (input.rank() != 2) {
            throw new ConversionException("it reads sequences; Vermeer explains networks of pictures");
        }
        INDArray weight = weights.get(DefaultParamInitializer.WEIGHT_KEY);
        String matrix = graph.weight("weight", weight, weight.shape());
        if (!hasBias) {
            return graph.node("MatMul", input.name(), matrix);
        }
        INDArray bias = weights.get(DefaultParamInitializer.BIAS_KEY);
        return graph.node("Gemm", input.name(), matrix, graph.weight("bias", bias, bias.length()));
    }

    static String elementWise(
            ElementWiseMultiplicationLayer layer,
            Map<String, INDArray> weights,
            Value input,
            long[] shape,
            Emitter graph) {
        INDArray factor = weights.get(DefaultParamInitializer.WEIGHT_KEY);
        INDArray bias = weights.get(DefaultParamInitializer.BIAS_KEY);
        String scaled = graph.node("Mul", input.name(), graph.weight("weight", factor, 1, factor.length()));
        return graph.node("Add", scaled, graph.weight("bias", bias, 1, bias.length()));
    }

    /** The slopes have the shape of one input, with extent 1 along shared axes. */
    static String parametricRelu(
            PReLULayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        INDArray slopes = weights.get(PReLUParamInitializer.WEIGHT_KEY);
        INDArray shaped = slopes.reshape('c', sharedShape(layer));
        INDArray ordered = input.moved() ? shaped.permute(2, 0, 1) : shaped;
        return graph.node("PRelu", input.name(), graph.weight("slope", ordered, ordered.shape()));
    }

    private static long[] sharedShape(PReLULayer layer) {
        long[] shape = layer.getInputShape().clone();
        if (layer.getSharedAxes() != null) {
            for (long axis : layer.getSharedAxes()) {
                shape[(int) axis - 1] = 1;
            }
        }
        return shape;
    }

    /** Dropout, noise and loss layers do nothing but apply their activation function when a network only predicts. */
    static String same(Layer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        return input.name();
    }
}
