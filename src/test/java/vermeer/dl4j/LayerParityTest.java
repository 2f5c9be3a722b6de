package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vermeer.dl4j.SmallNetworks.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.OnnxReader;
import vermeer.job.Progress;
import vermeer.model.Parity;
import vermeer.model.ParityReport;
import vermeer.worker.Conversion;

/** Every layer that is converted, in both layouts, against DL4J itself. */
class LayerParityTest {
    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws EngineException {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    static Stream<Named<Layer[]>> layerCases() {
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

    @ParameterizedTest
    @MethodSource("layerCases")
    void aLayerGivesWhatDl4jGivesWithChannelsFirst(Layer... tested) throws Exception {
        agrees(layers(CNN2DFormat.NCHW, tested));
    }

    static Stream<Named<Layer[]>> layerCasesChannelsLast() {
        // DL4J itself computes these wrongly, or not at all, with channels last.
        List<String> broken = List.of(
                "parametric relu",
                "global max pooling",
                "global sum pooling",
                "global p-norm pooling",
                "frozen",
                "frozen with backprop");
        return layerCases().filter(named -> !broken.contains(named.getName()));
    }

    @ParameterizedTest
    @MethodSource("layerCasesChannelsLast")
    void aLayerGivesWhatDl4jGivesWithChannelsLast(Layer... tested) throws Exception {
        Network network = layers(CNN2DFormat.NHWC, tested);
        assertTrue(network.channelsLast());
        agrees(network);
    }

    @Test
    void globalPoolingOverNamedAxesWorksWithChannelsLast() throws Exception {
        agrees(layers(
                CNN2DFormat.NHWC,
                new GlobalPoolingLayer.Builder(PoolingType.AVG)
                        .poolingDimensions(1, 2)
                        .build()));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationFunctionGivesWhatDl4jGives(Activation function) throws Exception {
        agrees(layers(
                CNN2DFormat.NCHW,
                new ActivationLayer.Builder().activation(function).build()));
        agrees(layers(
                CNN2DFormat.NCHW,
                new DenseLayer.Builder().nOut(9).activation(function).build()));
    }

    @Test
    void settingsOfActivationFunctionsAreKept() throws Exception {
        agrees(layers(
                CNN2DFormat.NCHW,
                new ActivationLayer(new ActivationReLU(0.8, null, null)),
                new ActivationLayer(new ActivationReLU(1.5, 0.0, 0.2)),
                new ActivationLayer(new ActivationReLU(null, 0.3, 0.1)),
                new ActivationLayer(new ActivationThresholdedReLU(0.1)),
                new ActivationLayer(new ActivationGELU(true)),
                new ActivationLayer(new ActivationGELU(false))));
    }

    @Test
    void softmaxOfAPictureRunsAlongTheAxisThatDl4jTakes() throws Exception {
        agrees(layers(
                CNN2DFormat.NCHW,
                new ActivationLayer.Builder().activation(Activation.SOFTMAX).build()));
        agrees(layers(
                CNN2DFormat.NHWC,
                new ActivationLayer.Builder().activation(Activation.SOFTMAX).build()));
    }

    @Test
    void theScoresBeforeTheLastActivationAreTheLogits() throws Exception {
        Conversion conversion = convert(SmallNetworks.ending(
                new DenseLayer.Builder().nOut(5).activation(Activation.IDENTITY).build(),
                new LossLayer.Builder().activation(Activation.SOFTMAX).build()));
        var graph = OnnxReader.read(Path.of(conversion.graph()));
        var last = graph.nodes().get(graph.nodes().size() - 1);
        assertEquals("Softmax", last.operator());
        assertEquals(last.inputs().get(0), conversion.logits().value());
    }

    @Test
    void aCentreLossOutputIsADenseLayer() throws Exception {
        agrees(SmallNetworks.ending(new CenterLossOutputLayer.Builder()
                .nOut(5)
                .activation(Activation.SOFTMAX)
                .build()));
    }

    @Test
    void aSecondActivationBehindTheSoftmaxIsLeftOutAndSaid() throws Exception {
        Network network = SmallNetworks.ending(
                new DenseLayer.Builder().nOut(5).activation(Activation.SOFTMAX).build(),
                new LossLayer.Builder().activation(Activation.SIGMOID).build());
        Conversion conversion = convert(network);
        assertEquals(1, conversion.notices().size());
        assertTrue(
                conversion.notices().get(0).contains("sigmoid"),
                conversion.notices().get(0));
        assertTrue(compare(conversion).passed());
    }

    @Test
    void aLayerWithoutOnnxFormIsNamedWithItsClass() {
        ConversionException refused = assertThrows(
                ConversionException.class,
                () -> export(layers(
                        CNN2DFormat.NCHW,
                        new LocallyConnected2D.Builder()
                                .kernelSize(2, 2)
                                .nOut(2)
                                .setInputSize(7, 7)
                                .build())));
        assertTrue(refused.getMessage().contains("LocallyConnected2D"), refused.getMessage());
        assertTrue(refused.getMessage().contains("'tested0'"), refused.getMessage());
    }

    @Test
    void aChangedWeightIsFoundAtItsLayer() throws Exception {
        Network network =
                layers(CNN2DFormat.NCHW, new DenseLayer.Builder().nOut(6).build());
        Conversion conversion = convert(network);
        List<Conversion.LayerOutput> layers = conversion.layers();
        Conversion.LayerOutput wrong = layers.get(1);
        Conversion.LayerOutput other = layers.get(0);
        Conversion forged = new Conversion(
                conversion.graph(),
                conversion.input(),
                List.of(
                        other,
                        new Conversion.LayerOutput(
                                "changed", "Dense", wrong.value(), wrong.shape(), otherValues(wrong))),
                conversion.logits(),
                List.of());
        ParityReport report = compare(forged);
        assertTrue(
                report.failure().orElseThrow().contains("part at layer 'changed' (Dense)"),
                report.failure().get());
    }

    private String otherValues(Conversion.LayerOutput layer) throws Exception {
        var tensor = vermeer.tensor.Npy.read(Path.of(layer.file()));
        tensor.data()[3] += 0.01f * tensor.data()[0] + 0.01f;
        Path file = folder.resolve("forged.npy");
        try (var out = java.nio.file.Files.newOutputStream(file)) {
            vermeer.tensor.Npy.write(tensor, out);
        }
        return file.toString();
    }

    private void agrees(Network network) throws Exception {
        ParityReport report = compare(convert(network));
        assertTrue(report.passed(), () -> report.failure().orElse(""));
    }

    private Conversion convert(Network network) throws Exception {
        long[] shape = network.channelsLast() ? new long[] {2, 9, 9, 3} : new long[] {2, 3, 9, 9};
        RandomWeights.settle(network, RandomWeights.pictures(3, shape), 4, Progress.none());
        return export(network);
    }

    private Conversion export(Network network) throws Exception {
        long[] shape = network.channelsLast() ? new long[] {2, 9, 9, 3} : new long[] {2, 3, 9, 9};
        return Export.write(network, RandomWeights.pictures(5, shape), Map.of(), List.of(), folder, Progress.none());
    }

    private static ParityReport compare(Conversion conversion) throws Exception {
        return new Parity(engine).compare(OnnxReader.read(Path.of(conversion.graph())), conversion, Progress.none());
    }
}
