package vermeer.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.graph.Attribute;

/** Convolutions: plain, depthwise, separable and transposed. */
final class ConvolutionRules {
    private ConvolutionRules() {}

    static String plain(ConvolutionLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        INDArray kernel = weights.get(ConvolutionParamInitializer.WEIGHT_KEY);
        List<String> reads = new ArrayList<>(List.of(input.name(), graph.weight("weight", kernel, kernel.shape())));
        addBias(layer, weights, reads, graph);
        return graph.node("Conv", windows(layer, input, shape).attributes(), reads.toArray(String[]::new));
    }

    /** DL4J's weights are {@code [rows, columns, channels, multiplier]}. */
    static String depthwise(
            DepthwiseConvolution2D layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        INDArray kernel = weights.get(ConvolutionParamInitializer.WEIGHT_KEY);
        long channels = kernel.size(2);
        INDArray ordered = kernel.permute(2, 3, 0, 1);
        String weight = graph.weight("weight", ordered, channels * kernel.size(3), 1, kernel.size(0), kernel.size(1));
        List<String> reads = new ArrayList<>(List.of(input.name(), weight));
        addBias(layer, weights, reads, graph);
        Map<String, Attribute> attributes = windows(layer, input, shape).attributes();
        attributes.put("group", Emitter.integer(channels));
        return graph.node("Conv", attributes, reads.toArray(String[]::new));
    }

    /** A depthwise convolution, {@code [multiplier, channels, rows, columns]}, then a 1x1 convolution. */
    static String separable(
            SeparableConvolution2D layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        INDArray depth = weights.get(SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY);
        INDArray point = weights.get(SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY);
        long channels = depth.size(1);
        Map<String, Attribute> attributes = windows(layer, input, shape).attributes();
        attributes.put("group", Emitter.integer(channels));
        String depthWeight = graph.weight(
                "depthwise", depth.permute(1, 0, 2, 3), channels * depth.size(0), 1, depth.size(2), depth.size(3));
        String spread = graph.node("Conv", attributes, input.name(), depthWeight);
        List<String> reads = new ArrayList<>(List.of(spread, graph.weight("pointwise", point, point.shape())));
        addBias(layer, weights, reads, graph);
        return graph.node("Conv", Map.of("kernel_shape", Emitter.ints(1, 1)), reads.toArray(String[]::new));
    }

    static String transposed(
            Deconvolution2D layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        INDArray kernel = weights.get(ConvolutionParamInitializer.WEIGHT_KEY);
        List<String> reads = new ArrayList<>(List.of(input.name(), graph.weight("weight", kernel, kernel.shape())));
        addBias(layer, weights, reads, graph);
        Value output = new Value("", shape, input.moved());
        // The padding of a transposed convolution is that of the convolution that it undoes, so the roles swap.
        Windows windows = layer.getConvolutionMode() == ConvolutionMode.Same
                ? Windows.of(
                        layer.getKernelSize(),
                        layer.getStride(),
                        layer.getDilation(),
                        layer.getPadding(),
                        ConvolutionMode.Same,
                        output,
                        input.shape())
                : windows(layer, input, shape);
        Map<String, Attribute> attributes = windows.attributes();
        attributes.put(
                "output_padding",
                Emitter.ints(
                        extra(windows, 0, input.rows(), output.rows()),
                        extra(windows, 1, input.columns(), output.columns())));
        return graph.node("ConvTranspose", attributes, reads.toArray(String[]::new));
    }

    private static long extra(Windows windows, int axis, long in, long out) {
        long reach = (windows.kernel()[axis] - 1L) * windows.dilation()[axis] + 1;
        return out - ((in - 1) * windows.stride()[axis] + reach - windows.before()[axis] - windows.after()[axis]);
    }

    private static Windows windows(ConvolutionLayer layer, Value input, long[] shape) throws ConversionException {
        return Windows.of(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getDilation(),
                layer.getPadding(),
                layer.getConvolutionMode(),
                input,
                shape);
    }

    private static void addBias(
            ConvolutionLayer layer, Map<String, INDArray> weights, List<String> reads, Emitter graph) {
        if (layer.hasBias()) {
            INDArray bias = weights.get(ConvolutionParamInitializer.BIAS_KEY);
            reads.add(graph.weight("bias", bias, bias.length()));
        }
    }
}
