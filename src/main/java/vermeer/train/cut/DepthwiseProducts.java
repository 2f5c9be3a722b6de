package vermeer.train.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.gradient.Window;
import vermeer.graph.shape.Shapes;

/**
 * Writes depthwise convolutions whose weights are trained as matrix products, because ONNX Runtime computes those with weights
 * that are no constants one channel of one picture after the other, which takes most of a step.
 *
 * <p>The rows that an output row sees are laid side by side. For every channel one matrix then leads from them to the output
 * row, the same for all rows of all pictures: its entries are the kernel's weights and zeros. The gradients of a product are
 * products, too.
 */
final class DepthwiseProducts {
    /** Wider maps stay convolutions: of their matrices nearly everything is zero. */
    private static final long WIDEST = 64;

    private final Map<String, Constant> constants;
    private final List<Node> nodes = new ArrayList<>();
    private int added;

    private DepthwiseProducts(Graph graph) {
        this.constants = new LinkedHashMap<>(graph.constants());
    }

    /**
     * The same graph, to rounding.
     *
     * @param graph with a batch of known size
     * @param trained the weights that are its inputs
     */
    static Graph of(Graph graph, Set<String> trained) throws GraphException {
        Shapes shapes = Shapes.infer(graph);
        DepthwiseProducts written = new DepthwiseProducts(graph);
        for (Node node : graph.nodes()) {
            if (depthwise(node, trained, shapes)) {
                written.add(node, shapes);
            } else {
                written.nodes.add(node);
            }
        }
        return graph.withNodes(written.nodes, written.constants);
    }

    private static boolean depthwise(Node node, Set<String> trained, Shapes shapes) throws GraphException {
        if (!node.operator().equals("Conv")
                || !node.domain().isEmpty()
                || !trained.contains(node.inputs().get(1))) {
            return false;
        }
        long[] input = shapes.shape(node.inputs().get(0));
        long[] kernel = shapes.shape(node.inputs().get(1));
        return input.length == 4
                && input[1] > 1
                && node.integer("group", 1) == input[1]
                && kernel[0] == input[1]
                && input[3] <= WIDEST;
    }

    private void add(Node node, Shapes shapes) throws GraphException {
        long[] input = shapes.shape(node.inputs().get(0));
        long[] output = shapes.shape(node.output());
        long[] kernel = shapes.shape(node.inputs().get(1));
        Window window = Window.of(node, new long[] {kernel[2], kernel[3]}, input, output);
        long channels = input[1];
        long seen = kernel[2] * input[3];
        String weights = reshaped(node.inputs().get(1), channels * kernel[2], kernel[3]);
        String placed = node("MatMul", Map.of(), weights, constant(places(window)));
        String rows = reshaped(sideBySide(node, window), channels, input[0] * output[2], seen);
        String product = node("MatMul", Map.of(), rows, reshaped(placed, channels, seen, output[3]));
        if (node.input(2).isPresent()) {
            product = node("Add", Map.of(), product, reshaped(node.inputs().get(2), channels, 1, 1));
        }
        String parted = reshaped(product, channels, input[0], output[2], output[3]);
        nodes.add(Node.of("Transpose", List.of(parted), node.output(), exchanged()));
    }

    /** {@code [kernel's columns, input's columns x output's columns]}: 1 where a weight stands in its row's matrix. */
    private static Constant places(Window window) {
        int taps = Math.toIntExact(window.kernel()[1]);
        int width = Math.toIntExact(window.input()[1]);
        int wide = Math.toIntExact(window.output()[1]);
        float[] ones = new float[taps * width * wide];
        for (int tap = 0; tap < taps; tap++) {
            for (int to = 0; to < wide; to++) {
                long from = to * window.strides()[1] - window.begin()[1] + tap * window.dilations()[1];
                if (from >= 0 && from < width) {
                    ones[(tap * width + (int) from) * wide + to] = 1;
                }
            }
        }
        return Constant.floats(new long[] {taps, (long) width * wide}, ones);
    }

    /** {@code [channels, pictures, output's rows, kernel's rows x input's columns]}. */
    private String sideBySide(Node node, Window window) {
        long reach = (window.output()[0] - 1) * window.strides()[0] + 1;
        long below = reach + (window.kernel()[0] - 1) * window.dilations()[0] - window.begin()[0] - window.input()[0];
        long[] pads = {0, 0, window.begin()[0], 0, 0, 0, Math.max(0, below), 0};
        String channels = node("Transpose", exchanged(), node.inputs().get(0));
        String padded = node("Pad", Map.of(), channels, constant(Constant.integers(pads)));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < window.kernel()[0]; i++) {
            long from = i * window.dilations()[0];
            rows.add(node(
                    "Slice",
                    Map.of(),
                    padded,
                    constant(Constant.integers(from)),
                    constant(Constant.integers(from + reach)),
                    constant(Constant.integers(2)),
                    constant(Constant.integers(window.strides()[0]))));
        }
        return node("Concat", Map.of("axis", new Attribute.Int(3)), rows.toArray(String[]::new));
    }

    /** Pictures and channels change places. */
    private static Map<String, Attribute> exchanged() {
        return Map.of(
                "perm", new Attribute.Ints(LongStream.of(1, 0, 2, 3).boxed().toList()));
    }

    private String reshaped(String value, long... shape) {
        return node("Reshape", Map.of(), value, constant(Constant.integers(shape)));
    }

    private String node(String operator, Map<String, Attribute> attributes, String... inputs) {
        String output = "depthwise_" + operator + "_" + added++;
        nodes.add(Node.of(operator, List.of(inputs), output, attributes));
        return output;
    }

    private String constant(Constant constant) {
        String name = "depthwise_constant_" + added++;
        constants.put(name, constant);
        return name;
    }
}
