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
        INDArray gamma = weights.get(BatchNormalizationParamInitializer.GAMMA);
        INDArray beta = weights.get(BatchNormalizationParamInitializer.BETA);
        if (layer.isLockGammaBeta()) {
            // DL4J leaves out both where either has its neutral value.
            boolean used = layer.getGamma() != 1 && layer.getBeta() != 0;
            gamma = Nd4j.valueArrayOf(new long[] {channels}, used ? layer.getGamma() : 1);
            beta = Nd4j.valueArrayOf(new long[] {channels}, used ? layer.getBeta() : 0);
        }
        return graph.node(
                "BatchNormalization",
                Map.of("epsilon", Emitter.real(layer.getEps())),
                input.name(),
                graph.weight("gamma", gamma, channels),
                graph.weight("beta", beta, channels),
                graph.weight("mean", mean, channels),
                graph.weight("variance", variance(layer, weights), channels));
    }

    private static INDArray variance(BatchNormalization layer, Map<String, INDArray> weights) {
        if (!layer.isUseLogStd()) {
            return weights.get(BatchNormalizationParamInitializer.GLOBAL_VAR);
        }
        INDArray logarithm = weights.get(BatchNormalizationParamInitializer.GLOBAL_LOG_STD);
        INDArray deviation =
                Transforms.pow(Nd4j.valueArrayOf(logarithm.shape(), 10.0, logarithm.dataType()), logarithm);
        return deviation.mul(deviation);
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
