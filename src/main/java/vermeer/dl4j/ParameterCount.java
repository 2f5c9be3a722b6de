package vermeer.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;

/** Counts the parameters that a configuration asks for, in exact arithmetic and before anything is allocated. */
final class ParameterCount {
    /** As many as fit in the weights' largest file. */
    static final long MOST = 1L << 30;

    private ParameterCount() {}

    /** @throws ConversionException where a layer asks for more than {@value #MOST} or for a negative number */
    static long of(List<NeuralNetConfiguration> layers) throws ConversionException {
        long total = 0;
        for (NeuralNetConfiguration configuration : layers) {
            Layer layer = Frozen.unwrap(configuration.getLayer());
            try {
                bound(layer);
                long count = configuration.getLayer().initializer().numParams(configuration);
                total = count < 0 ? Long.MAX_VALUE : Math.addExact(total, count);
            } catch (ArithmeticException e) {
                total = Long.MAX_VALUE;
            }
            if (total > MOST) {
                throw new ConversionException("Layer '" + layer.getLayerName() + "' ("
                        + layer.getClass().getSimpleName() + ") asks for more than "
                        + MOST + " parameters; the file is damaged or hostile.");
            }
        }
        return total;
    }

    /** DL4J's own count may wrap around; it cannot where this product, its upper bound, does not. */
    private static void bound(Layer layer) {
        long bound = 1;
        if (layer instanceof FeedForwardLayer dense) {
            bound = Math.multiplyExact(Math.max(1, dense.getNIn()), Math.max(1, dense.getNOut()));
        }
        if (layer instanceof ConvolutionLayer convolution) {
            for (int extent : convolution.getKernelSize()) {
                bound = Math.multiplyExact(bound, Math.max(1, extent));
            }
        }
        if (layer instanceof PReLULayer slopes && slopes.getInputShape() != null) {
            for (long extent : slopes.getInputShape()) {
                bound = Math.multiplyExact(bound, Math.max(1, extent));
            }
        }
        if (bound > MOST) {
            throw new ArithmeticException();
        }
    }
}
