package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.OnnxReader;
import vermeer.graph.ValueInfo;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

class ConversionServiceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir")).resolveSibling("shared");
    private static final Path SAMPLE = Path.of(System.getProperty("user.dir"), "sample-models", "mobilenet_v2.zip");
    private static Engine engine;

    /** Shared, so that the sample is converted once. */
    @TempDir
    static Path shared;

    @TempDir
    Path cache;

    @BeforeAll
    static void start() throws EngineException {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static ConversionService service() {
        return new ConversionService(shared, engine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LeNet"})
    void smallZooNetworksAgreeAtEveryLayer(String name) throws Exception {
        agrees(service().zoo(name, Progress.none()));
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SimpleCNN",
                "SqueezeNet",
                "AlexNet",
                "VGG16",
                "VGG19",
                "ResNet50",
                "Darknet19",
                "Xception",
                "InceptionResNetV1",
                "FaceNetNN4Small2"
            })
    void largeZooNetworksAgreeAtEveryLayer(String name) throws Exception {
        agrees(service().zoo(name, Progress.none()));
    }

    private static void agrees(ConvertedModel model) {
        ParityReport parity = model.parity();
        assertTrue(parity.passed());
        assertTrue(parity.layers().size() > 5);
        assertTrue(parity.worst() <= Parity.TOLERANCE, "worst " + parity.worst());
        assertTrue(parity.difference()
                >= Parity.CONTRAST * parity.logits().orElseThrow().error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NASNet", "TinyYOLO", "YOLO2", "UNet", "TextGenerationLSTM", "Nowhere"})
    void whatIsNoClassifierOfTheZooIsRefusedWithTheReason(String name) {
        ModelException refused =
                assertThrows(ModelException.class, () -> service().zoo(name, Progress.none()));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
    }

    @Test
    void theSampleZipAgreesAtEveryLayerAndKeepsItsBatchNormalisation() throws Exception {
        ConvertedModel model = service().toOnnx(SAMPLE, Progress.none());
        agrees(model);
        Graph graph = OnnxReader.read(model.onnx());
        long normalisations = graph.nodes().stream()
                .filter(node -> node.operator().equals("BatchNormalization"))
                .count();
        assertEquals(52, normalisations);
        assertEquals(List.of(-1L, 224L, 224L, 3L), shape(graph.inputs().get(0)));
        assertEquals("Softmax", graph.nodes().get(graph.nodes().size() - 1).operator());
        assertTrue(graph.metadata().get("vermeer.classes").lines().count() == 1000);
    }

    @Test
    void theSampleZipGivesTheLogitsOfTheNetworkThatItCameFrom() throws Exception {
        assumeTrue(Files.exists(SHARED), "needs ../shared");
        sameLogitsAsReference(service().toOnnx(SAMPLE, Progress.none()).onnx());
    }

    @Test
    void aKerasFileGivesTheLogitsOfTheNetworkThatItCameFrom() throws Exception {
        assumeTrue(Files.exists(SHARED), "needs ../shared");
        Path keras = SHARED.resolve("models/mobilenet_v2_keras.h5");
        Tensor photo = channelsLast(Npy.read(SHARED.resolve("reference/mobilenet_v2/chelsea/input.npy")));
        ConversionRequest request = new ConversionRequest(keras, 0, 0, Optional.of(photo));
        ConvertedModel model = service().toOnnx(request, Progress.none());
        agrees(model);
        sameLogitsAsReference(model.onnx());
    }

    private static void sameLogitsAsReference(Path onnx) throws Exception {
        Graph graph = OnnxReader.read(onnx);
        String logits = graph.nodes().get(graph.nodes().size() - 1).inputs().get(0);
        ValueInfo output = new ValueInfo(logits, ElementType.FLOAT, new long[] {-1, 1000});
        try (Session session = engine.open(graph.reachingOnly(List.of(output)));
                Stream<Path> references = Files.list(SHARED.resolve("reference/mobilenet_v2"))) {
            for (Path reference : references.toList()) {
                Tensor input = channelsLast(Npy.read(reference.resolve("input.npy")));
                Tensor computed = session.run(Map.of("input", input), List.of(logits), Progress.none())
                        .get(logits);
                float[] expected = Npy.read(reference.resolve("logits.npy")).data();
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], computed.data()[i], 2e-4, reference + " class " + i);
                }
            }
        }
    }

    private static Tensor channelsLast(Tensor picture) {
        int channels = picture.shape()[1];
        int rows = picture.shape()[2];
        int columns = picture.shape()[3];
        Tensor moved = Tensor.zeros(1, rows, columns, channels);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < rows * columns; i++) {
                moved.data()[i * channels + c] = picture.data()[c * rows * columns + i];
            }
        }
        return moved;
    }

    private static List<Long> shape(ValueInfo value) {
        return java.util.Arrays.stream(value.shape()).boxed().toList();
    }

    @Test
    void aModelConvertedBeforeIsFoundAtOnceAndNothingElseIsLeftInTheCache() throws Exception {
        ConvertedModel first = new ConversionService(cache, engine).zoo("LeNet", Progress.none());
        long start = System.nanoTime();
        ConvertedModel second = new ConversionService(cache, engine).zoo("LeNet", Progress.none());
        assertTrue(System.nanoTime() - start < 200_000_000, "a second conversion ran");
        assertEquals(first, second);
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void cancellingStopsAConversionAndLeavesNothing() throws Exception {
        Cancellation[] progress = new Cancellation[1];
        progress[0] = new Cancellation((done, total) -> progress[0].cancel());
        assertThrows(CancelledException.class, () -> new ConversionService(cache, engine).zoo("LeNet", progress[0]));
        try (Stream<Path> files = Files.list(cache)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aMissingFileIsOneSentence() {
        ModelException missing =
                assertThrows(ModelException.class, () -> service().toOnnx(cache.resolve("no.zip"), Progress.none()));
        assertTrue(missing.getMessage().startsWith("There is no file"), missing.getMessage());
    }
}
