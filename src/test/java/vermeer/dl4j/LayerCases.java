package vermeer.dl4j;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.junit.jupiter.api.Named;
import org.nd4j.linalg.activations.Activation;

/** The layers that are converted, each with the settings that matter. */
final class LayerCases {
    private LayerCases() {}

    static Stream<Named<Layer[]>> all() {
        return Stream.of(
                named(
                        "dilated convolution",
                        new ConvolutionLayer.Builder(3, 3)
                                .dilation(2, 2)
                                .nOut(4)
                                .build()),
                named(
                        "convolution without bias",
                        new ConvolutionLayer.Builder(3, 2)
                                .stride(2, 1)
                                .padding(1, 0)
                                .hasBias(false)
                                .nOut(4)
                                .build()),
                named(
                        "convolution, same padding, odd stride",
                        same(new ConvolutionLayer.Builder(4, 3).stride(3, 2).nOut(5))),
                named(
                        "convolution, strict",
                        new ConvolutionLayer.Builder(3, 3)
                                .stride(1, 1)
                                .convolutionMode(ConvolutionMode.Strict)
                                .nOut(4)
                                .build()),
                named(
                        "convolution, dilated same padding",
                        same(new ConvolutionLayer.Builder(3, 3).dilation(2, 1).nOut(5))),
                named(
                        "depthwise",
                        new DepthwiseConvolution2D.Builder(3, 3)
                                .depthMultiplier(2)
                                .stride(2, 2)
                                .convolutionMode(ConvolutionMode.Same)
                                .build()),
                named(
                        "depthwise without bias",
                        new DepthwiseConvolution2D.Builder(3, 3)
                                .depthMultiplier(1)
                                .hasBias(false)
                                .build()),
                named(
                        "separable",
                        new SeparableConvolution2D.Builder(3, 3)
                                .depthMultiplier(2)
                                .nOut(5)
                                .activation(Activation.RELU)
                                .build()),
                named(
                        "transposed",
                        new Deconvolution2D.Builder(3, 3).stride(2, 2).nOut(3).build()),
                named(
                        "transposed, padded",
                        new Deconvolution2D.Builder(4, 4)
                                .stride(2, 2)
                                .padding(1, 1)
                                .nOut(3)
                                .build()),
                named(
                        "transposed, same padding",
                        new Deconvolution2D.Builder(3, 3)
                                .stride(2, 2)
                                .convolutionMode(ConvolutionMode.Same)
                                .nOut(3)
                                .build()),
                named("max pooling", pool(PoolingType.MAX).build()),
                named(
                        "max pooling, same padding",
                        pool(PoolingType.MAX)
                                .convolutionMode(ConvolutionMode.Same)
                                .build()),
                named("max pooling, padded", pool(PoolingType.MAX).padding(1, 1).build()),
                named("average pooling", pool(PoolingType.AVG).build()),
                named(
                        "average pooling, same padding",
                        pool(PoolingType.AVG)
                                .convolutionMode(ConvolutionMode.Same)
                                .build()),
                named(
                        "average pooling, padded",
                        pool(PoolingType.AVG).padding(1, 1).build()),
                named(
                        "average pooling that counts padding",
                        pool(PoolingType.AVG)
                                .padding(1, 1)
                                .avgPoolIncludePadInDivisor(true)
                                .build()),
                named("p-norm pooling", pool(PoolingType.PNORM).pnorm(3).build()),
                named("zero padding", new ZeroPaddingLayer.Builder(1, 2, 3, 0).build()),
                named("cropping", new Cropping2D.Builder(1, 2, 0, 1).build()),
                named("upsampling", new Upsampling2D.Builder(2).build()),
                named(
                        "space to depth",
                        new ZeroPaddingLayer.Builder(0, 1, 0, 1).build(),
                        new SpaceToDepthLayer.Builder(2).build()),
                named(
                        "batch normalisation",
                        new BatchNormalization.Builder().eps(1e-3).build()),
                named(
                        "batch normalisation of logarithms",
                        new BatchNormalization.Builder().useLogStd(true).build()),
                named(
                        "batch normalisation with locked scale",
                        new BatchNormalization.Builder()
                                .lockGammaBeta(true)
                                .gamma(2)
                                .beta(0.5)
                                .build()),
                named("local response normalisation", new LocalResponseNormalization.Builder(1, 5, 1e-2, 0.75).build()),
                named(
                        "parametric relu",
                        new PReLULayer.Builder().inputShape(4, 7, 7).build()),
                named(
                        "dropout",
                        new DropoutLayer.Builder(0.5).build(),
                        new DropoutLayer.Builder(new GaussianDropout(0.3)).build()),
                named("frozen", new FrozenLayer(same(new ConvolutionLayer.Builder(3, 3).nOut(4)))),
                named(
                        "frozen with backprop",
                        new FrozenLayerWithBackprop(new ConvolutionLayer.Builder(3, 3)
                                .nIn(4)
                                .nOut(4)
                                .build())),
                named("global max pooling", new GlobalPoolingLayer.Builder(PoolingType.MAX).build()),
                named("global sum pooling", new GlobalPoolingLayer.Builder(PoolingType.SUM).build()),
                named(
                        "global p-norm pooling",
                        new GlobalPoolingLayer.Builder(PoolingType.PNORM)
                                .pnorm(2)
                                .build()),
                named(
                        "dense without bias",
                        new DenseLayer.Builder()
                                .nOut(6)
                                .hasBias(false)
                                .activation(Activation.TANH)
                                .build()),
                named(
                        "batch normalisation of rows",
                        new DenseLayer.Builder().nOut(6).build(),
                        new BatchNormalization()),
                named(
                        "element-wise multiplication",
                        new DenseLayer.Builder().nOut(6).build(),
                        new ElementWiseMultiplicationLayer.Builder()
                                .nIn(6)
                                .nOut(6)
                                .activation(Activation.IDENTITY)
                                .build()));
    }

    private static SubsamplingLayer.Builder pool(PoolingType type) {
        return new SubsamplingLayer.Builder(type).kernelSize(3, 3).stride(2, 2);
    }

    private static ConvolutionLayer same(ConvolutionLayer.Builder builder) {
        return builder.convolutionMode(ConvolutionMode.Same).build();
    }

    private static Named<Layer[]> named(String name, Layer... layers) {
        return Named.of(name, layers);
    }

    static Stream<Named<Layer[]>> withChannelsLast() {
        // DL4J itself computes these wrongly, or not at all, with channels last.
        List<String> broken = List.of(
                "parametric relu",
                "global max pooling",
                "global sum pooling",
                "global p-norm pooling",
                "frozen",
                "frozen with backprop");
        return all().filter(named -> !broken.contains(named.getName()));
    }
}
