package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.Reference;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Extents;

/** Each rule: the old graph and the upgraded one in ONNX Runtime, or the upgraded one against values worked out by hand. */
class UpgradeTest {
    private static final long[] PICTURE = {2, 4, 6, 5};

    @Test
    void batchNormalization() throws Exception {
        Map<String, Constant> parameters = new LinkedHashMap<>();
        for (String name : List.of("scale", "shift", "mean", "variance")) {
            parameters.put(name, positive(4));
        }
        List<String> inputs = List.of("x", "scale", "shift", "mean", "variance");
        assertSame(7, "BatchNormalization", inputs, Map.of("epsilon", real(1e-3f), "momentum", real(0.8f)), parameters);
        assertSame(9, "BatchNormalization", inputs, Map.of(), parameters);
        assertSame(14, "BatchNormalization", inputs, Map.of("training_mode", number(0)), parameters);
    }

    @Test
    void batchNormalizationWithStatisticsPerPixel() throws Exception {
        Map<String, Constant> parameters = new LinkedHashMap<>();
        for (String name : List.of("scale", "shift", "mean", "variance")) {
            parameters.put(name, Constant.floats(new long[] {2}, 4, 9));
        }
        Node node = node(
                "BatchNormalization",
                List.of("x", "scale", "shift", "mean", "variance"),
                Map.of("spatial", number(0), "epsilon", real(0)));
        float[] y = upgraded(graph(6, node, new long[] {1, 2}, parameters), Constant.floats(new long[] {1, 2}, 6, 15));
        assertArrayEquals(new float[] {(6 - 4) / 2f * 4 + 4, (15 - 9) / 3f * 9 + 9}, y, 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 10})
    void dropout(int opset) throws Exception {
        assertSame(opset, "Dropout", List.of("x"), Map.of("ratio", real(0.7f)), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Softmax", "LogSoftmax", "Hardmax"})
    void softmaxOverAllTrailingAxes(String operator) throws Exception {
        assertSame(11, operator, List.of("x"), Map.of(), Map.of());
        assertSame(11, operator, List.of("x"), Map.of("axis", number(2)), Map.of());
        assertSame(11, operator, List.of("x"), Map.of("axis", number(-1)), Map.of());
        assertSame(7, operator, List.of("x"), Map.of("axis", number(3)), Map.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ReduceMean",
                "ReduceMax",
                "ReduceMin",
                "ReduceSum",
                "ReduceL1",
                "ReduceL2",
                "ReduceLogSumExp",
                "ReduceSumSquare",
                "ReduceProd"
            })
    void axesOfReductions(String operator) throws Exception {
        assertSame(11, operator, List.of("x"), Map.of("axes", numbers(2, 3), "keepdims", number(0)), Map.of());
        assertSame(11, operator, List.of("x"), Map.of("axes", numbers(-1)), Map.of());
        assertSame(11, operator, List.of("x"), Map.of(), Map.of());
        assertSame(12, operator, List.of("x"), Map.of("axes", numbers(1)), Map.of());
    }

    @Test
    void squeezeAndUnsqueeze() throws Exception {
        assertSame(11, "Unsqueeze", List.of("x"), Map.of("axes", numbers(0, 3)), Map.of());
        Graph graph = graph(
                11,
                List.of(
                        node("Unsqueeze", List.of("x"), "wide", Map.of("axes", numbers(1, 5))),
                        node("Squeeze", List.of("wide"), "y", Map.of("axes", numbers(1)))),
                PICTURE,
                Map.of());
        assertSame(graph, random(PICTURE));
    }

    @Test
    void split() throws Exception {
        for (int opset : new int[] {7, 11, 13, 17}) {
            Node even = new Node("", "", "Split", List.of("x"), List.of("y", "z"), Map.of("axis", number(1)));
            assertSame(graph(opset, even, PICTURE, Map.of()), random(PICTURE));
        }
        Node uneven = new Node(
                "", "", "Split", List.of("x"), List.of("y", "z"), Map.of("axis", number(2), "split", numbers(1, 5)));
        assertSame(graph(11, uneven, PICTURE, Map.of()), random(PICTURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "reflect", "edge"})
    void pad(String mode) throws Exception {
        Map<String, Attribute> settings =
                Map.of("mode", new Attribute.Text(mode), "pads", numbers(0, 0, 1, 2, 0, 0, 3, 1), "value", real(0.5f));
        assertSame(10, "Pad", List.of("x"), settings, Map.of());
    }

    @Test
    void sliceAndClipAndTopK() throws Exception {
        Map<String, Attribute> cut = Map.of("starts", numbers(1, -3), "ends", numbers(100, -1), "axes", numbers(1, 2));
        assertSame(9, "Slice", List.of("x"), cut, Map.of());
        assertSame(9, "Slice", List.of("x"), Map.of("starts", numbers(0, 2), "ends", numbers(1, 4)), Map.of());
        assertSame(10, "Clip", List.of("x"), Map.of("min", real(-0.2f), "max", real(0.3f)), Map.of());
        assertSame(7, "Clip", List.of("x"), Map.of("min", real(0)), Map.of());
        Node top = new Node("", "", "TopK", List.of("x"), List.of("y", "z"), Map.of("k", number(3), "axis", number(2)));
        Graph graph = graph(9, top, PICTURE, Map.of());
        assertSame(graph.withOutputs(graph.outputs().subList(0, 1)), random(PICTURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearest", "linear"})
    void upsampleAndResize(String mode) throws Exception {
        Attribute text = new Attribute.Text(mode);
        Attribute scales = new Attribute.Reals(List.of(1f, 1f, 2f, 3f));
        assertSame(7, "Upsample", List.of("x"), Map.of("mode", text, "scales", scales), Map.of());
        for (float[] factors : new float[][] {{1, 1, 2, 2}, {1, 1, 1.5f, 2.5f}, {1, 1, 0.5f, 0.6f}}) {
            Map<String, Constant> given = Map.of("scales", Constant.floats(new long[] {4}, factors));
            assertSame(10, "Resize", List.of("x", "scales"), Map.of("mode", text), given);
            if (factors[2] > 1) {
                assertSame(9, "Upsample", List.of("x", "scales"), Map.of("mode", text), given);
            }
        }
    }

    @Test
    void resizeWithEmptyConstants() throws Exception {
        Map<String, Constant> given = Map.of(
                "roi", Constant.floats(new long[] {0}),
                "scales", Constant.floats(new long[] {0}),
                "sizes", Constant.integers(2, 4, 9, 11));
        Attribute linear = new Attribute.Text("linear");
        assertSame(11, "Resize", List.of("x", "roi", "scales", "sizes"), Map.of("mode", linear), given);
        Map<String, Attribute> positions = Map.of(
                "mode", new Attribute.Text("nearest"),
                "nearest_mode", new Attribute.Text("floor"),
                "coordinate_transformation_mode", new Attribute.Text("tf_half_pixel_for_nn"));
        assertSame(11, "Resize", List.of("x", "roi", "scales", "sizes"), positions, given);
    }

    @Test
    void groupNormalization() throws Exception {
        Map<String, Constant> parameters = Map.of("scale", positive(2), "shift", positive(2));
        List<String> inputs = List.of("x", "scale", "shift");
        assertSame(
                18, "GroupNormalization", inputs, Map.of("num_groups", number(2), "epsilon", real(1e-2f)), parameters);
    }

    @Test
    void scatterIsScatterElements() throws Exception {
        Map<String, Constant> given = Map.of(
                "indices", Constant.integers(new long[] {1, 1, 2, 1}, new long[] {1, 0}),
                "updates", Constant.floats(new long[] {1, 1, 2, 1}, 7, 8));
        assertSame(9, "Scatter", List.of("x", "indices", "updates"), Map.of("axis", number(2)), given);
    }

    @Test
    void averagePoolingWithCeilingKeepsItsMeaning() throws Exception {
        for (int counted : new int[] {0, 1}) {
            Map<String, Attribute> settings = Map.of(
                    "kernel_shape", numbers(3, 2),
                    "strides", numbers(2, 2),
                    "pads", numbers(1, 0, 1, 0),
                    "ceil_mode", number(1),
                    "count_include_pad", number(counted));
            assertSame(11, "AveragePool", List.of("x"), settings, Map.of());
        }
    }

    @Test
    void newerOperatorsAreSaidInTheFixedSet() throws Exception {
        float[] x = {-2, -1, 0, 1, 2, 3};
        Constant input = Constant.floats(new long[] {2, 3}, x);
        Node swish = node("Swish", List.of("x"), Map.of("alpha", real(1.5f)));
        float[] gated = upgraded(graph(24, swish, new long[] {2, 3}, Map.of()), input);
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i] / (1 + Math.exp(-1.5 * x[i])), gated[i], 1e-6);
        }
        Map<String, Constant> scale = Map.of("scale", Constant.floats(new long[] {3}, 1, 2, 3));
        Node norm = node("RMSNormalization", List.of("x", "scale"), Map.of("epsilon", real(0)));
        float[] normal = upgraded(graph(23, norm, new long[] {2, 3}, scale), input);
        double root = Math.sqrt((4 + 1) / 3.0);
        assertArrayEquals(new float[] {(float) (-2 / root), (float) (-2 / root), 0}, Arrays.copyOf(normal, 3), 1e-6f);
    }

    @Test
    void broadcastingFromAnAxisOn() throws Exception {
        Map<String, Constant> bias = Map.of("b", Constant.floats(new long[] {2}, 10, 20));
        Node add = node("Add", List.of("x", "b"), Map.of("broadcast", number(1), "axis", number(1)));
        Constant x = Constant.floats(new long[] {1, 2, 1, 2}, 1, 2, 3, 4);
        assertArrayEquals(new float[] {11, 12, 23, 24}, upgraded(graph(6, add, x.shape(), bias), x));
        Node prelu = node("PRelu", List.of("x", "b"), Map.of());
        Constant negative = Constant.floats(new long[] {1, 2, 1, 2}, -1, 2, -3, 4);
        assertArrayEquals(new float[] {-10, 2, -60, 4}, upgraded(graph(6, prelu, x.shape(), bias), negative));
    }

    @Test
    void oldAttributesBecomeInputs() throws Exception {
        Constant x = Constant.floats(new long[] {2, 3}, 1, 2, 3, 4, 5, 6);
        Node reshape = node("Reshape", List.of("x"), Map.of("shape", numbers(3, -1), "consumed_inputs", numbers(0)));
        assertArrayEquals(x.toFloats(), upgraded(graph(1, reshape, x.shape(), Map.of()), x));
        Node cast = node("Cast", List.of("x"), Map.of("to", new Attribute.Text("INT32")));
        assertArrayEquals(x.toFloats(), upgraded(graph(5, cast, x.shape(), Map.of()), x));
        Node concat = node("Concat", List.of("x", "x"), Map.of());
        assertArrayEquals(
                new float[] {1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6}, upgraded(graph(3, concat, x.shape(), Map.of()), x));
        Node tile = node("Tile", List.of("x", "tiles", "axis"), Map.of());
        Map<String, Constant> twice = Map.of("tiles", Constant.scalar(2), "axis", Constant.scalar(0));
        assertArrayEquals(
                new float[] {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6}, upgraded(graph(5, tile, x.shape(), twice), x));
        Node gemm = node("Gemm", List.of("x", "w", "b"), Map.of("broadcast", number(1), "transB", number(1)));
        Map<String, Constant> weights =
                Map.of("w", Constant.floats(new long[] {1, 3}, 1, 1, 1), "b", Constant.floats(new long[] {1}, 0.5f));
        assertArrayEquals(new float[] {6.5f, 15.5f}, upgraded(graph(6, gemm, x.shape(), weights), x));
        Node pool = node("LpPool", List.of("x"), Map.of("p", real(2), "kernel_shape", numbers(2)));
        Constant line = Constant.floats(new long[] {1, 1, 3}, 3, 4, 3);
        assertArrayEquals(new float[] {5, 5}, upgraded(graph(1, pool, line.shape(), Map.of()), line), 1e-5f);
        Node selu = node("Selu", List.of("x"), Map.of());
        Constant one = Constant.floats(new long[] {1}, 1);
        assertArrayEquals(new float[] {1.0507f}, upgraded(graph(5, selu, one.shape(), Map.of()), one));
    }

    @Test
    void operatorsThatCannotBeSaidAreNamed() {
        Node attention = node("Attention", List.of("x", "x", "x"), Map.of());
        var refused = assertThrows(
                GraphException.class, () -> Upgrade.upgrade(graph(23, attention, new long[] {2, 3, 4}, Map.of())));
        assertEquals(
                "The network uses version 23 of ONNX's operators for Attention; export it with version 21"
                        + " (opset_version=21).",
                refused.getMessage());
        Node relu = node("Relu", List.of("x"), Map.of());
        assertThrows(GraphException.class, () -> Upgrade.upgrade(graph(99, relu, PICTURE, Map.of())));
    }

    private static void assertSame(
            int opset,
            String operator,
            List<String> inputs,
            Map<String, Attribute> settings,
            Map<String, Constant> constants)
            throws Exception {
        assertSame(graph(opset, node(operator, inputs, settings), PICTURE, constants), random(PICTURE));
    }

    private static void assertSame(Graph old, Constant x) throws Exception {
        Map<String, Constant> expected = Reference.run(old, Map.of("x", x));
        Graph upgraded = Upgrade.upgrade(old);
        assertEquals(Upgrade.OPSET, upgraded.opset());
        Map<String, Constant> raw = Reference.run(upgraded, Map.of("x", x));
        Graph prepared = Folding.fold(upgraded);
        Map<String, Constant> folded = Reference.run(prepared, Map.of("x", x));
        for (String output : expected.keySet()) {
            String where = old.nodes() + " " + output;
            assertTrue(Reference.difference(expected.get(output), raw.get(output)) < 1e-6, where);
            assertTrue(Reference.difference(expected.get(output), folded.get(output)) < 1e-6, where);
            long[] inferred = vermeer.graph.shape.Shapes.infer(prepared).shape(output);
            assertArrayEquals(expected.get(output).shape(), Extents.at(inferred, x.shape()[0]), where);
        }
    }

    private static float[] upgraded(Graph old, Constant x) throws Exception {
        return Reference.run(Upgrade.upgrade(old), Map.of("x", x)).get("y").toFloats();
    }

    private static Graph graph(int opset, Node node, long[] shape, Map<String, Constant> constants) {
        return graph(opset, List.of(node), shape, constants);
    }

    private static Graph graph(int opset, List<Node> nodes, long[] shape, Map<String, Constant> constants) {
        long[] open = shape.clone();
        open[0] = -1;
        ValueInfo x = new ValueInfo("x", ElementType.FLOAT, open);
        List<ValueInfo> outputs = nodes.get(nodes.size() - 1).outputs().stream()
                .map(name -> new ValueInfo(name, type(nodes), new long[] {}))
                .toList();
        return new Graph("g", opset, List.of(x), outputs, nodes, constants, Map.of());
    }

    private static ElementType type(List<Node> nodes) {
        return nodes.get(0).operator().equals("Cast") ? ElementType.INT32 : ElementType.FLOAT;
    }

    private static Node node(String operator, List<String> inputs, Map<String, Attribute> settings) {
        return node(operator, inputs, "y", settings);
    }

    private static Node node(String operator, List<String> inputs, String output, Map<String, Attribute> settings) {
        return new Node("", "", operator, inputs, List.of(output), settings);
    }

    private static Constant random(long... shape) {
        Random random = new Random(5);
        float[] values = new float[(int) Extents.product(shape, 0, shape.length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() * 2 - 1;
        }
        return Constant.floats(shape, values);
    }

    private static Constant positive(int size) {
        Constant values = random(size);
        float[] shifted = values.toFloats();
        for (int i = 0; i < size; i++) {
            shifted[i] += 1.5f;
        }
        return Constant.floats(new long[] {size}, shifted);
    }

    private static Attribute number(long value) {
        return new Attribute.Int(value);
    }

    private static Attribute numbers(long... values) {
        return new Attribute.Ints(Arrays.stream(values).boxed().toList());
    }

    private static Attribute real(float value) {
        return new Attribute.Real(value);
    }
}
