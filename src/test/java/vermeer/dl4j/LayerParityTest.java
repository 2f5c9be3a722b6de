package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vermeer.dl4j.SmallNetworks.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    @ParameterizedTest
    @MethodSource("vermeer.dl4j.LayerCases#all")
    void aLayerGivesWhatDl4jGivesWithChannelsFirst(Layer... tested) throws Exception {
        agrees(layers(CNN2DFormat.NCHW, tested));
    }

    @ParameterizedTest
    @MethodSource("vermeer.dl4j.LayerCases#withChannelsLast")
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
