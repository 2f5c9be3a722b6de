package vermeer.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.engine.Engine;
import vermeer.engine.Session;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.OnnxReader;
import vermeer.graph.OnnxWriter;
import vermeer.graph.prepare.Preparation;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;
import vermeer.train.cut.HeadGraph;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;
import vermeer.worker.TunedZipTask;

/** Writes networks back as zips whose every trained weight was changed, in this process. */
class TunedZipTest {
    private static final int CLASSES = 3;

    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void everyCutOfAGraphComesBackAsTheSameNetwork() throws Exception {
        Path source = TunedNetworks.save(TunedNetworks.graph(CNN2DFormat.NCHW), folder.resolve("source.zip"));
        assertEquals(List.of(12, 8, 3, 0), cut(source, 0, 1, 2, 3), "frozen layers by cut");
    }

    @Test
    void aGraphThatHoldsPicturesChannelsLastComesBack() throws Exception {
        Path source = TunedNetworks.save(TunedNetworks.graph(CNN2DFormat.NHWC), folder.resolve("source.zip"));
        cut(source, 2);
    }

    @Test
    void everyCutOfALayerListComesBackAsTheSameNetwork() throws Exception {
        cut(TunedNetworks.save(TunedNetworks.layers(), folder.resolve("source.zip")), 0, 1, 2);
    }

    @Test
    void aConvolutionThatClassifiesIsReplacedByAveragedFeaturesAndADenseLayer() throws Exception {
        cut(TunedNetworks.save(TunedNetworks.convolutional(), folder.resolve("source.zip")), 1);
    }

    @Test
    void aZipThatWasTunedCanBeTunedAgain() throws Exception {
        Path source = TunedNetworks.save(TunedNetworks.graph(CNN2DFormat.NCHW), folder.resolve("source.zip"));
        Path once = folder.resolve("once.zip");
        Files.copy(Path.of(tuned(source, 0, 1).written().file()), once);
        cut(once, 1);
    }

    @Test
    void namesTravelInsideAndDeeplearning4jReadsTheFile() throws Exception {
        Path source = TunedNetworks.save(TunedNetworks.graph(CNN2DFormat.NCHW), folder.resolve("source.zip"));
        Tuned tuned = tuned(source, 2, 1);
        Path zip = Path.of(tuned.written().file());
        assertEquals(
                "ants\nbees ❤\nwasps /\n",
                SourceFile.open(zip, work("again")).labels().orElseThrow());
        ComputationGraph graph = ComputationGraph.load(zip.toFile(), true);
        INDArray picture = RandomWeights.pictures(1, 1, 3, 16, 16);
        Tensor expected = run(tuned.graph(), picture);
        INDArray answer = graph.outputSingle(picture);
        for (int i = 0; i < CLASSES; i++) {
            assertEquals(expected.data()[i], answer.getFloat(i), 1e-5);
        }
    }

    @Test
    void weightsWithoutAPlaceAreNamed() throws Exception {
        Path source = TunedNetworks.save(TunedNetworks.layers(), folder.resolve("source.zip"));
        ConversionException refused = assertThrows(ConversionException.class, () -> tuned(source, 0, 1, "folded_7"));
        assertEquals("The tuned network lacks the weights 'folded_7'.", refused.getMessage());
    }

    /** Tunes at some cuts; how many layers are frozen each time. */
    private List<Integer> cut(Path source, int... cuts) throws Exception {
        List<Integer> frozen = new ArrayList<>();
        for (int i : cuts) {
            Tuned tuned = tuned(source, i, i);
            frozen.add(tuned.written().frozen());
            INDArray pictures = pictures(tuned.graph());
            Tensor expected = run(tuned.graph(), pictures);
            Graph again = converted(Path.of(tuned.written().file()), "again" + i);
            Tensor found = run(again, pictures);
            for (int k = 0; k < expected.data().length; k++) {
                assertEquals(expected.data()[k], found.data()[k], 1e-5, "cut " + i + ", value " + k);
            }
            boolean unlike = false;
            for (int k = 0; k < CLASSES; k++) {
                unlike |= Math.abs(expected.data()[k] - expected.data()[CLASSES + k]) > 1e-3;
            }
            assertTrue(unlike, "two pictures must be told apart at cut " + i);
        }
        return frozen;
    }

    private record Tuned(Graph graph, TunedZipTask.Written written) {}

    /** As training would: every weight after the cut changed, a head of three classes. */
    private Tuned tuned(Path source, int cutAt, long seed, String... more) throws Exception {
        Backbone backbone = Backbone.of(prepared(source));
        Cut cut = Cuts.of(backbone, CLASSES).get(cutAt);
        Random random = new Random(seed);
        Map<String, Constant> changed = new LinkedHashMap<>();
        for (String weights : Tail.of(backbone, cut.value()).weights()) {
            Constant before = backbone.graph().constants().get(weights);
            float[] values = before.toFloats();
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (0.1 * random.nextGaussian());
            }
            changed.put(weights, Constant.floats(before.shape(), values));
        }
        float[] weights = new float[backbone.width() * CLASSES];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        NewHead head = new NewHead(backbone.width(), CLASSES, weights, new float[] {0.3f, -0.2f, 0.1f});
        Graph joined = HeadGraph.joined(backbone.graph(), changed, head);
        Path onnx = folder.resolve("tuned.onnx");
        OnnxWriter.write(joined, onnx);
        List<String> trained = new ArrayList<>(changed.keySet());
        trained.addAll(List.of(more));
        TunedZipTask task = new TunedZipTask(
                source.toString(),
                onnx.toString(),
                trained,
                NewHead.WEIGHTS,
                NewHead.BIAS,
                cut.value(),
                backbone.classified(),
                backbone.averaged(),
                List.of("ants", "bees\n❤", "wasps /"),
                16,
                16,
                work("zip" + cutAt).toString());
        return new Tuned(joined, TunedZip.write(task, Progress.none()));
    }

    private Graph prepared(Path source) throws Exception {
        return Preparation.prepare(converted(source, "source")).graph();
    }

    private Graph converted(Path zip, String name) throws Exception {
        Path work = work(name);
        OpenedModel opened = SourceFile.open(zip, work);
        Network network = opened.network();
        Export.write(network, RandomWeights.pictures(2, shape(network, 2)), Map.of(), List.of(), work, Progress.none());
        return OnnxReader.read(work.resolve("model.onnx"));
    }

    private static long[] shape(Network network, int batch) {
        return network.channelsLast() ? new long[] {batch, 16, 16, 3} : new long[] {batch, 3, 16, 16};
    }

    private static INDArray pictures(Graph graph) {
        long[] shape = graph.inputs().get(0).shape().clone();
        shape[0] = 2;
        return RandomWeights.pictures(8, shape);
    }

    private static Tensor run(Graph graph, INDArray pictures) throws Exception {
        int[] shape = java.util.Arrays.stream(pictures.shape())
                .mapToInt(Math::toIntExact)
                .toArray();
        Tensor input = new Tensor(shape, pictures.dup('c').data().asFloat());
        String output = graph.outputs().get(0).name();
        try (Session session = engine.open(graph)) {
            return session.run(Map.of(graph.inputs().get(0).name(), input), List.of(output), Progress.none())
                    .get(output);
        }
    }

    private int folders;

    private Path work(String name) throws Exception {
        return Files.createDirectory(folder.resolve(name + "-" + folders++));
    }
}
