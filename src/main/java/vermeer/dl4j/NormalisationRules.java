package vermeer.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalisation with its stored statistics, and local response normalisation. */
final class NormalisationRules {
    private NormalisationRules() {}

    static String batch(
            BatchNormalization layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        INDArray mean = weights.get(BatchNormalizationParamInitializer.GLOBAL_MEAN);
        long channels = mean.length();
        // DL4J leaves out locked scale and shift where either has its neutral value.
        boolean used = layer.getGamma() != 1 && layer.getBeta() != 0;
        boolean locked = layer.isLockGammaBeta();
        return graph.node(
                "BatchNormalization",
                Map.of("epsilon", Emitter.real(layer.getEps())),
                input.name(),
                locked
                        ? graph.derived("gamma", all(channels, used ? layer.getGamma() : 1), channels)
                        : graph.weight("gamma", weights.get(BatchNormalizationParamInitializer.GAMMA), channels),
                locked
                        ? graph.derived("beta", all(channels, used ? layer.getBeta() : 0), channels)
                        : graph.weight("beta", weights.get(BatchNormalizationParamInitializer.BETA), channels),
                graph.weight("mean", mean, channels),
                variance(layer, weights, channels, graph));
    }

    private static INDArray all(long channels, double value) {
        return Nd4j.valueArrayOf(new long[] {channels}, value);
    }

    private static String variance(
            BatchNormalization layer, Map<String, INDArray> weights, long channels, Emitter graph) {
        if (!layer.isUseLogStd()) {
            return graph.weight("variance", weights.get(BatchNormalizationParamInitializer.GLOBAL_VAR), channels);
        }
        INDArray logarithm = weights.get(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        INDArray deviation =
                Transforms.pow(Nd4j.valueArrayOf(logarithm.shape(), 10.0, logarithm.dataType()), logarithm);
        return graph.derived("variance", deviation.mul(deviation), channels);
    }

    /** DL4J multiplies the window's sum of squares by alpha, ONNX its mean. */
    static String localResponse(
            LocalResponseNormalization layer, Map<String, INDArray> weights, Value input, long[] shape, Emitter graph) {
        int size = 2 * ((int) layer.getN() / 2) + 1;
        return graph.node(
                "LRN",
                Map.of(
                        "size", Emitter.integer(size),
                        "alpha", Emitter.real(layer.getAlpha() * size),
                        "beta", Emitter.real(layer.getBeta()),
                        "bias", Emitter.real(layer.getK())),
                input.name());
    }
}
