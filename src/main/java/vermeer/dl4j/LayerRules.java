package vermeer.dl4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;

/** The layers that can be written as ONNX: to add one is a line here and a function in its family's class. */
final class LayerRules {
    private static final Map<Class<?>, LayerRule<?>> RULES = new HashMap<>();
    /** Layers for which DL4J ignores the activation function in the settings. */
    private static final Set<Class<?>> NOT_ACTIVATED =
            Set.of(BatchNormalization.class, PReLULayer.class, DropoutLayer.class);

    static {
        rule(ConvolutionLayer.class, ConvolutionRules::plain);
        rule(Convolution2D.class, ConvolutionRules::plain);
        rule(DepthwiseConvolution2D.class, ConvolutionRules::depthwise);
        rule(SeparableConvolution2D.class, ConvolutionRules::separable);
        rule(Deconvolution2D.class, ConvolutionRules::transposed);
        rule(SubsamplingLayer.class, PoolingRules::windowed);
        rule(Pooling2D.class, PoolingRules::windowed);
        rule(GlobalPoolingLayer.class, PoolingRules::global);
        rule(BatchNormalization.class, NormalisationRules::batch);
        rule(LocalResponseNormalization.class, NormalisationRules::localResponse);
        rule(DenseLayer.class, DenseRules::dense);
        rule(OutputLayer.class, DenseRules::output);
        rule(CenterLossOutputLayer.class, DenseRules::output);
        rule(ElementWiseMultiplicationLayer.class, DenseRules::elementWise);
        rule(PReLULayer.class, DenseRules::parametricRelu);
        rule(ActivationLayer.class, DenseRules::same);
        rule(DropoutLayer.class, DenseRules::same);
        rule(LossLayer.class, DenseRules::same);
        rule(CnnLossLayer.class, DenseRules::same);
        rule(ZeroPaddingLayer.class, ShapeRules::zeroPadding);
        rule(Cropping2D.class, ShapeRules::cropping);
        rule(Upsampling2D.class, ShapeRules::upsampling);
        rule(SpaceToDepthLayer.class, ShapeRules::spaceToDepth);
    }

    private LayerRules() {}

    private static <L extends Layer> void rule(Class<L> kind, LayerRule<L> rule) {
        RULES.put(kind, rule);
    }

    /** The classes of the layers that can be written. */
    static Set<Class<?>> supported() {
        return Set.copyOf(RULES.keySet());
    }

    /** Whether DL4J applies the activation function of such a layer's settings. */
    static boolean activated(Layer layer) {
        return !NOT_ACTIVATED.contains(layer.getClass());
    }

    @SuppressWarnings("unchecked")
    static <L extends Layer> Optional<LayerRule<L>> of(L layer) {
        return Optional.ofNullable((LayerRule<L>) RULES.get(layer.getClass()));
    }
}
