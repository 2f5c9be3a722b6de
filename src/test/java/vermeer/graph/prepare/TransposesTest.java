package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.engine.Engine;
import vermeer.engine.Session;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Every operator between a Transpose to channels last and one back, against the same graph as it was, in ONNX Runtime. */
class TransposesTest {
    private static final long CHANNELS = 4;
    private static final long ROWS = 5;
    private static final long COLUMNS = 6;

    private static Engine engine;

    private final Random random = new Random(3);
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Relu", "Sigmoid", "Tanh", "Erf", "HardSigmoid", "HardSwish", "LeakyRelu", "Elu", "Selu", "Celu",
                "ThresholdedRelu", "Softplus", "Softsign", "Exp", "Abs", "Neg", "Sign", "Floor", "Ceil", "Round",
                "Identity", "Mish"
            })
    void anOperatorOfOneValueWorksInEitherOrder(String operator) throws Exception {
        last("x", "t");
        node(operator, "u", Map.of(), "t");
        first("u", "y");
        sameWithout(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add", "Sub", "Mul", "Div", "Min", "Max", "Sum", "Mean"})
    void aConstantIsMovedBeforehand(String operator) throws Exception {
        last("x", "t");
        node(operator, "u1", Map.of(), "t", constant("vector", CHANNELS));
        node(operator, "u2", Map.of(), constant("place", ROWS, COLUMNS, 1), "u1");
        node(operator, "u3", Map.of(), "u2", constant("whole", 1, ROWS, COLUMNS, CHANNELS));
        node(operator, "u4", Map.of(), "u3", constant("one"));
        first("u4", "y");
        sameWithout(0);
    }

    static Stream<Node> withSettings() {
        return Stream.of(
                Node.of("Clip", List.of("t", "low", "high"), "u", Map.of()),
                Node.of("PRelu", List.of("t", "vector"), "u", Map.of()),
                Node.of("Pad", List.of("t", "pads"), "u", Map.of()),
                Node.of("Pad", List.of("t", "pads"), "u", Map.of("mode", new Attribute.Text("reflect"))),
                Node.of("Concat", List.of("t", "t"), "u", Map.of("axis", new Attribute.Int(3))),
                Node.of("Concat", List.of("t", "t", "t"), "u", Map.of("axis", new Attribute.Int(-3))),
                Node.of("Slice", List.of("t", "starts", "ends"), "u", Map.of()),
                Node.of("Slice", List.of("t", "starts", "ends", "axes", "steps"), "u", Map.of()),
                Node.of("Softmax", List.of("t"), "u", Map.of()),
                Node.of("LogSoftmax", List.of("t"), "u", Map.of("axis", new Attribute.Int(2))),
                Node.of("ReduceMean", List.of("t", "spatial"), "u", Map.of()),
                Node.of("ReduceMax", List.of("t", "channel"), "u", Map.of()),
                Node.of("ReduceL2", List.of("t", "channel"), "u", Map.of()));
    }

    @ParameterizedTest
    @MethodSource
    void withSettings(Node node) throws Exception {
        last("x", "t");
        constants.put("low", Constant.scalar(-0.5f));
        constants.put("high", Constant.scalar(0.7f));
        constant("vector", CHANNELS);
        constants.put("pads", Constant.integers(0, 1, 2, 0, 0, 0, 1, 3));
        constants.put("starts", Constant.integers(0, 1));
        constants.put("ends", Constant.integers(100, 4));
        constants.put("axes", Constant.integers(1, -1));
        constants.put("steps", Constant.integers(2, 1));
        constants.put("spatial", Constant.integers(1, 2));
        constants.put("channel", Constant.integers(-1));
        nodes.add(node);
        first("u", "y");
        sameWithout(0);
    }

    @Test
    void aSplitIsMovedWithAllItsParts() throws Exception {
        last("x", "t");
        Map<String, Attribute> axis = Map.of("axis", new Attribute.Int(-1), "num_outputs", new Attribute.Int(2));
        nodes.add(new Node("split", "", "Split", List.of("t"), List.of("a", "b"), axis));
        node("Mul", "u", Map.of(), "a", "b");
        first("u", "y");
        sameWithout(0);
    }

    @Test
    void axesThatAreReducedAwayLeaveNoTransposeBehind() throws Exception {
        last("x", "t");
        constants.put("spatial", Constant.integers(1, 2));
        node("ReduceMean", "y", Map.of("keepdims", new Attribute.Int(0)), "t", "spatial");
        sameWithout(0, "y");
    }

    @Test
    void squeezeAndExciteAsTf2onnxWritesItKeepsOneSmallTranspose() throws Exception {
        last("x", "t");
        constants.put("spatial", Constant.integers(1, 2));
        node("ReduceMean", "pooled", Map.of(), "t", "spatial");
        first("pooled", "pooled_first");
        node("Conv", "gate", Map.of(), "pooled_first", constant("kernel", CHANNELS, CHANNELS, 1, 1));
        last("gate", "gate_last");
        node("HardSigmoid", "opened", Map.of(), "gate_last");
        node("Mul", "u", Map.of(), "opened", "t");
        first("u", "y");
        sameWithout(0);
    }

    @Test
    void aFlattenBehindAPooledPictureNeedsNoOrder() throws Exception {
        node("GlobalAveragePool", "pooled", Map.of(), "x");
        last("pooled", "t");
        constants.put("flat", Constant.integers(-1, CHANNELS));
        node("Reshape", "y", Map.of(), "t", "flat");
        sameWithout(0, "y");
    }

    @Test
    void aFlattenOfAPictureKeepsItsOrder() throws Exception {
        last("x", "t");
        node("Relu", "u", Map.of(), "t");
        first("u", "v");
        last("v", "w");
        node("Flatten", "y", Map.of(), "w");
        Graph after = sameWithout(1, "y");
        assertTrue(after.producers().containsKey("w"));
    }

    @Test
    void aValueInAnotherOrderHasAnotherName() throws Exception {
        last("x", "t");
        node("Relu", "r", Map.of(), "t");
        node("MatMul", "m", Map.of(), "r", constant("matrix", CHANNELS, CHANNELS));
        first("r", "back");
        first("m", "m_first");
        node("Add", "y", Map.of(), "back", "m_first");
        Graph after = sameWithout(2, "y");
        Shapes shapes = Shapes.infer(after);
        assertArrayEquals(new long[] {-1, ROWS, COLUMNS, CHANNELS}, shapes.shape("r"));
        assertArrayEquals(new long[] {-1, CHANNELS, ROWS, COLUMNS}, shapes.shape("r/nchw"));
    }

    @Test
    void aGraphThatWouldGainNothingStaysAsItIs() throws Exception {
        last("x", "t");
        node("MatMul", "m", Map.of(), "t", constant("matrix", CHANNELS, CHANNELS));
        node("Relu", "r", Map.of(), "m");
        first("r", "y");
        Graph graph = graph("y");
        assertSame(graph, Transposes.cancelled(graph));
    }

    @Test
    void aLargeConstantIsTransposedBeforehand() throws Exception {
        constants.put("kernel_last", floats(3, 3, CHANNELS, 2000));
        node("Transpose", "kernel", Map.of("perm", ints(3, 2, 0, 1)), "kernel_last");
        node("Conv", "c", Map.of("pads", ints(1, 1, 1, 1)), "x", "kernel");
        last("c", "t");
        node("Relu", "u", Map.of(), "t");
        first("u", "y");
        sameWithout(0);
    }

    private void last(String input, String output) {
        node("Transpose", output, Map.of("perm", ints(0, 2, 3, 1)), input);
    }

    private void first(String input, String output) {
        node("Transpose", output, Map.of("perm", ints(0, 3, 1, 2)), input);
    }

    private void node(String operator, String output, Map<String, Attribute> attributes, String... inputs) {
        nodes.add(Node.of(operator, List.of(inputs), output, attributes));
    }

    private String constant(String name, long... shape) {
        constants.put(name, floats(shape));
        return name;
    }

    private Constant floats(long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = 0.5f + random.nextFloat();
        }
        return Constant.floats(shape, values);
    }

    private static Attribute ints(long... values) {
        return new Attribute.Ints(java.util.Arrays.stream(values).boxed().toList());
    }

    private Graph graph(String output) throws Exception {
        ValueInfo input = new ValueInfo("x", ElementType.FLOAT, new long[] {-1, CHANNELS, ROWS, COLUMNS});
        Graph open =
                new Graph("test", Upgrade.OPSET, List.of(input), List.of(), nodes, new HashMap<>(constants), Map.of());
        long[] shape = Shapes.infer(open).shape(output);
        return open.withOutputs(List.of(new ValueInfo(output, ElementType.FLOAT, shape)));
    }

    private void sameWithout(int transposes) throws Exception {
        sameWithout(transposes, "y");
    }

    /** The rewritten graph, which has so many Transposes and the same output. */
    private Graph sameWithout(int transposes, String output) throws Exception {
        Graph graph = graph(output);
        Graph after = Transposes.cancelled(graph);
        assertEquals(transposes, Transposes.count(after), () -> after.nodes().toString());
        Tensor expected = run(graph, output);
        Tensor found = run(after, output);
        assertArrayEquals(expected.shape(), found.shape());
        assertArrayEquals(expected.data(), found.data(), 1e-6f);
        return after;
    }

    private static Tensor run(Graph graph, String output) throws Exception {
        Random random = new Random(4);
        float[] values = new float[(int) (2 * CHANNELS * ROWS * COLUMNS)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Tensor input = new Tensor(new int[] {2, (int) CHANNELS, (int) ROWS, (int) COLUMNS}, values);
        try (Session session = engine.open(graph)) {
            return session.run(Map.of("x", input), List.of(output), Progress.none())
                    .get(output);
        }
    }
}
