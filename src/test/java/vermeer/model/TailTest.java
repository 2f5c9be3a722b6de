package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** The part of a network behind a layer, against the whole network with that layer's value multiplied by a mask. */
class TailTest {
    private static final int CHANNELS = 8;

    @TempDir
    Path folder;

    private Engine engine;
    private OpenModel model;

    @BeforeEach
    void open() throws Exception {
        engine = Engine.start();
        Networks network = Networks.plain().body();
        Path file = folder.resolve("network.onnx");
        vermeer.graph.OnnxWriter.write(withSkip(network.graph()), file);
        model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
    }

    @AfterEach
    void close() {
        model.close();
        engine.close();
    }

    @Test
    void theTailAnswersAsTheWholeNetworkWithTheLayerChanged() throws Exception {
        Tensor picture = picture();
        for (String value : List.of("features", "squared")) {
            Tail tail = model.activations().tail(picture, value, Progress.none());
            assertArrayEquals(
                    model.scores().logits(picture, Progress.none()).data(),
                    tail.logits().data(),
                    1e-5f);
            Tensor changed = tail.inner().repeat(CHANNELS);
            int plane = 16 * 16;
            for (int channel = 0; channel < CHANNELS; channel++) {
                int from = (channel * CHANNELS + channel) * plane;
                Arrays.fill(changed.data(), from, from + plane, 0);
            }
            Tensor logits = tail.logits(changed, Progress.none());
            assertEquals(CHANNELS, logits.batch());
            for (int channel = 0; channel < CHANNELS; channel++) {
                float[] expected = masked(picture, value, channel);
                assertArrayEquals(expected, logits.item(channel).data(), 1e-4f, value + ", channel " + channel);
                assertTrue(Math.abs(expected[0] - tail.logits().data()[0]) > 1e-3, "the channel matters");
            }
        }
    }

    @Test
    void aValueThatTheAnswerDoesNotDependOnIsRefused() {
        assertThrows(EngineException.class, () -> model.activations().tail(picture(), "nowhere", Progress.none()));
    }

    /** A branch round the features: the logits read the squares of the features and the features themselves. */
    private static Graph withSkip(Graph graph) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.operator().equals("GlobalAveragePool")) {
                nodes.add(Node.of("Mul", List.of("features", "features"), "squared", Map.of()));
                nodes.add(Node.of("Relu", List.of("features"), "rectified", Map.of()));
                nodes.add(Node.of("Add", List.of("squared", "rectified"), "both", Map.of()));
                nodes.add(Node.of("GlobalAveragePool", List.of("both"), node.output(), Map.of()));
            } else if (!node.operator().equals("Relu")) {
                nodes.add(node);
            }
        }
        return graph.withNodes(nodes, graph.constants());
    }

    private float[] masked(Tensor picture, String value, int channel) throws Exception {
        Graph graph = model.graph();
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.outputs().contains(value)) {
                nodes.add(new Node(
                        node.name(), node.domain(), node.operator(), node.inputs(), List.of("raw"), node.attributes()));
                nodes.add(Node.of("Mul", List.of("raw", "mask"), value, Map.of()));
            } else {
                nodes.add(node);
            }
        }
        float[] mask = new float[CHANNELS];
        Arrays.fill(mask, 1);
        mask[channel] = 0;
        Map<String, Constant> constants = new LinkedHashMap<>(graph.constants());
        constants.put("mask", Constant.floats(new long[] {1, CHANNELS, 1, 1}, mask));
        try (Session session = engine.open(graph.withNodes(nodes, constants))) {
            String input = graph.inputs().get(0).name();
            return session.run(Map.of(input, picture), List.of(model.logitsValue()), Progress.none())
                    .get(model.logitsValue())
                    .data();
        }
    }

    private static Tensor picture() {
        Tensor picture = Tensor.zeros(1, 3, 16, 16);
        for (int i = 0; i < picture.data().length; i++) {
            picture.data()[i] = i * 37 % 255 / 255f;
        }
        return picture;
    }
}
