package vermeer.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import vermeer.dl4j.Step.LayerStep;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Gives an untrained network weights with which it can be judged: rescaled layer by layer so that every layer's scores
 * have unit variance, batch normalisation with the statistics of its own input, biases and scales that are not neutral.
 * As they come, random networks overflow or forget their input on the way, and agree with anything.
 */
final class RandomWeights {
    private final Random random;

    private RandomWeights(long seed) {
        this.random = new Random(seed);
    }

    /** Pictures of independent standard normal values; the same for the same seed. */
    static INDArray pictures(long seed, long... shape) {
        Random random = new Random(seed);
        INDArray pictures = Nd4j.createUninitialized(shape);
        for (long i = 0; i < pictures.length(); i++) {
            pictures.putScalar(i, (float) random.nextGaussian());
        }
        return pictures;
    }

    /** Changes the network's weights; the same for the same seed and batch. */
    static void settle(Network network, INDArray batch, long seed, Progress progress)
            throws ConversionException, CancelledException {
        RandomWeights weights = new RandomWeights(seed);
        new ForwardPass(network).run(batch, weights::settle, progress);
    }

    private INDArray settle(Step step, List<INDArray> inputs, INDArray output) throws ConversionException {
        if (!(step instanceof LayerStep layer) || layer.layer().numParams() == 0) {
            return output;
        }
        if (layer.settings() instanceof BatchNormalization settings) {
            settleNormalisation(settings, layer, inputs.get(0));
        } else if (!(layer.settings() instanceof PReLULayer)) {
            settleWeights(layer, inputs);
        }
        return ForwardPass.compute(step, inputs);
    }

    private void settleNormalisation(BatchNormalization settings, LayerStep step, INDArray input) {
        INDArray read = ForwardPass.preProcessed(step, input.dup('c'));
        int[] axes = read.rank() == 2 ? new int[] {0} : new int[] {0, 2, 3};
        if (read.rank() == 4 && Formats.channelsLast(settings)) {
            axes = new int[] {0, 1, 2};
        }
        Map<String, INDArray> table = step.layer().paramTable();
        INDArray variance = read.var(false, axes).addi(1e-3);
        put(table, BatchNormalizationParamInitializer.GLOBAL_MEAN, read.mean(axes));
        if (settings.isUseLogStd()) {
            INDArray logarithm = Transforms.log(variance, true).muli(0.5 / Math.log(10));
            put(table, BatchNormalizationParamInitializer.GLOBAL_LOG_STD, logarithm);
        } else {
            put(table, BatchNormalizationParamInitializer.GLOBAL_VAR, variance);
        }
        if (!settings.isLockGammaBeta()) {
            fill(table.get(BatchNormalizationParamInitializer.GAMMA), 1, 0.1);
            fill(table.get(BatchNormalizationParamInitializer.BETA), 0, 0.1);
        }
    }

    private void settleWeights(LayerStep step, List<INDArray> inputs) throws ConversionException {
        Map<String, INDArray> table = step.layer().paramTable();
        INDArray bias = table.get(DefaultParamInitializer.BIAS_KEY);
        if (bias != null) {
            bias.assign(0);
        }
        INDArray scores = Export.preActivation(step, inputs);
        INDArray means = bias != null && scores.rank() == 4 ? channelMeans(step, scores) : null;
        double variance = scores.var(false).getDouble(0)
                - (means == null ? 0 : means.var(false).getDouble(0));
        double factor = 1 / Math.max(Math.sqrt(variance), 1e-12);
        scaled(table).muli(factor);
        if (bias != null) {
            fill(bias, 0, 0.1);
        }
        if (means != null) {
            bias.subi(means.mul(factor).reshape(bias.shape()));
        }
    }

    /** Channels that lean far to one side would drown what the input changes, so they are centred. */
    private static INDArray channelMeans(LayerStep step, INDArray scores) {
        boolean last = Formats.of(step.settings())
                .filter(format -> format == CNN2DFormat.NHWC)
                .isPresent();
        return scores.mean(last ? new int[] {0, 1, 2} : new int[] {0, 2, 3});
    }

    private static INDArray scaled(Map<String, INDArray> table) {
        String point = SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY;
        return table.get(table.containsKey(point) ? point : DefaultParamInitializer.WEIGHT_KEY);
    }

    private void fill(INDArray array, double mean, double deviation) {
        for (long i = 0; i < array.length(); i++) {
            array.putScalar(i, (float) (mean + deviation * random.nextGaussian()));
        }
    }

    private static void put(Map<String, INDArray> table, String key, INDArray values) {
        INDArray target = table.get(key);
        target.assign(values.reshape(target.shape()));
    }
}
