package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vermeer.engine.Engine;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedNormalisationTest {
    private final Random random = new Random(9);
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private Engine engine;

    @BeforeAll
    void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void convolutionsAndDenseLayersTakeInTheNormalisationBehindThem() throws Exception {
        Graph graph = network();
        Graph merged = MergedNormalisation.merge(graph);
        assertEquals(5, normalisations(graph));
        assertEquals(2, normalisations(merged));
        Tensor expected = run(graph);
        Tensor actual = run(merged);
        double largest = 0;
        for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.data().length; i++) {
            assertEquals(expected.data()[i], actual.data()[i], 1e-4 * largest);
        }
    }

    @Test
    void aGraphWithoutNormalisationStaysAsItIs() {
        constants.clear();
        nodes.clear();
        constants.put("w", random(4, 3, 1, 1));
        nodes.add(Node.of("Conv", List.of("x", "w"), "y", Map.of()));
        Graph graph = graph("y", 4, 8, 8);
        Graph merged = MergedNormalisation.merge(graph);
        assertEquals(graph.nodes(), merged.nodes());
        assertSame(graph.constants().get("w"), merged.constants().get("w"));
    }

    /**
     * Merged: behind a convolution with bias, behind a grouped one without, behind a dense layer. Not merged: in front of all,
     * and behind a convolution that something else reads too.
     */
    private Graph network() {
        constants.clear();
        nodes.clear();
        normalise("x", "first", 3);
        layer("Conv", "first", "a", Map.of(), random(4, 3, 3, 3), true);
        normalise("a", "b", 4);
        layer("Conv", "b", "c", Map.of("group", new Attribute.Int(2)), random(4, 2, 3, 3), false);
        normalise("c", "d", 4);
        layer("Conv", "d", "e", Map.of(), random(4, 4, 1, 1), true);
        normalise("e", "f", 4);
        nodes.add(Node.of("Add", List.of("e", "f"), "g", Map.of()));
        nodes.add(Node.of("GlobalAveragePool", List.of("g"), "h", Map.of()));
        nodes.add(Node.of("Flatten", List.of("h"), "i", Map.of()));
        layer("Gemm", "i", "j", Map.of("transB", new Attribute.Int(1)), random(5, 4), true);
        normalise("j", "y", 5);
        return graph("y", 5);
    }

    private void layer(
            String operator,
            String input,
            String output,
            Map<String, Attribute> attributes,
            Constant weights,
            boolean bias) {
        List<String> inputs = new ArrayList<>(List.of(input, output + "_w"));
        constants.put(output + "_w", weights);
        if (bias) {
            inputs.add(output + "_b");
            constants.put(output + "_b", random(weights.shape()[0]));
        }
        nodes.add(Node.of(operator, inputs, output, attributes));
    }

    private void normalise(String input, String output, int channels) {
        List<String> inputs = new ArrayList<>(List.of(input));
        for (String parameter : List.of("scale", "shift", "mean")) {
            constants.put(output + parameter, random(channels));
            inputs.add(output + parameter);
        }
        float[] variance = new float[channels];
        for (int i = 0; i < channels; i++) {
            variance[i] = 0.5f + random.nextFloat();
        }
        constants.put(output + "variance", Constant.floats(new long[] {channels}, variance));
        inputs.add(output + "variance");
        nodes.add(Node.of("BatchNormalization", inputs, output, Map.of("epsilon", new Attribute.Real(1e-3f))));
    }

    private Graph graph(String output, long... item) {
        long[] shape = new long[item.length + 1];
        shape[0] = -1;
        System.arraycopy(item, 0, shape, 1, item.length);
        return new Graph(
                "test",
                Upgrade.OPSET,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, 8, 8})),
                List.of(new ValueInfo(output, ElementType.FLOAT, shape)),
                nodes,
                constants,
                Map.of());
    }

    private Tensor run(Graph graph) throws Exception {
        float[] picture = new float[2 * 3 * 8 * 8];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i * 37 % 255 / 127f - 1;
        }
        return engine.open(graph)
                .run(Map.of("x", new Tensor(new int[] {2, 3, 8, 8}, picture)), List.of("y"), Progress.none())
                .get("y");
    }

    private Constant random(long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Constant.floats(shape, values);
    }

    private static long normalisations(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.operator().equals("BatchNormalization"))
                .count();
    }
}
