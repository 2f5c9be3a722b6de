package vermeer.dl4j;

import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.graph.Attribute;

/** Pooling in windows and over whole pictures. */
final class PoolingRules {
    private PoolingRules() {}

    static String windowed(
            SubsamplingLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        Windows windows = Windows.of(
                layer.getKernelSize(),
                layer.getStride(),
                layer.getDilation(),
                layer.getPadding(),
                layer.getConvolutionMode(),
                input,
                shape);
        Map<String, Attribute> attributes = windows.attributes();
        switch (layer.getPoolingType()) {
            case MAX:
                return graph.node("MaxPool", attributes, input.name());
            case AVG:
                if (windows.dilated()) {
                    throw new ConversionException("average pooling with dilation has no ONNX form in Vermeer");
                }
                // DL4J's flag means what its name says: padding counts in the divisor only where it is set.
                if (layer.isAvgPoolIncludePadInDivisor()) {
                    attributes.put("count_include_pad", Emitter.integer(1));
                }
                return graph.node("AveragePool", attributes, input.name());
            case PNORM:
                attributes.put("p", Emitter.integer(layer.getPnorm()));
                return graph.node("LpPool", attributes, input.name());
            default:
                throw new ConversionException("DL4J does not compute pooling by " + layer.getPoolingType());
        }
    }

    static String global(
            GlobalPoolingLayer layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph)
            throws ConversionException {
        if (input.rank() != 4) {
            throw new ConversionException("it pools something that is not a picture");
        }
        int[] dimensions = layer.getPoolingDimensions() == null ? new int[] {2, 3} : layer.getPoolingDimensions();
        int[] axes = Arrays.stream(dimensions).map(input::axis).sorted().toArray();
        if (!Arrays.equals(axes, new int[] {2, 3})) {
            throw new ConversionException("it pools over other axes than rows and columns");
        }
        String pooled = pooled(layer, input.name(), graph);
        return layer.isCollapseDimensions() ? graph.node("Flatten", pooled) : pooled;
    }

    private static String pooled(GlobalPoolingLayer layer, String x, Emitter graph) {
        return switch (layer.getPoolingType()) {
            case MAX -> graph.node("GlobalMaxPool", x);
            case AVG -> graph.node("GlobalAveragePool", x);
            case SUM -> graph.node("ReduceSum", x, graph.integers("axes", 2, 3));
            case PNORM -> norm(layer.getPnorm(), x, graph);
        };
    }

    private static String norm(int p, String x, Emitter graph) {
        String power = graph.node("Pow", graph.node("Abs", x), graph.scalar(p));
        return graph.node("Pow", graph.node("ReduceSum", power, graph.integers("axes", 2, 3)), graph.scalar(1.0 / p));
    }
}
