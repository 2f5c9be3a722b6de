package vermeer.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;

/** Small classifiers for tests: convolution, ReLU, global pooling, dense layer, and any ending. */
final class Networks {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Random random = new Random(3);
    private long[] input = {-1, 3, 16, 16};
    private ElementType inputType = ElementType.FLOAT;
    private int classes = 5;
    private String last = "image";
    private final List<ValueInfo> moreInputs = new ArrayList<>();

    static Networks plain() {
        return new Networks();
    }

    Networks input(long... shape) {
        input = shape;
        return this;
    }

    Networks bytes() {
        inputType = ElementType.UINT8;
        return this;
    }

    Networks classes(int count) {
        classes = count;
        return this;
    }

    Networks metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    Networks secondInput(String name) {
        moreInputs.add(new ValueInfo(name, ElementType.FLOAT, new long[] {1}));
        add("Mul", Map.of(), last, name);
        return this;
    }

    /** An operator with one float constant, right behind what is there. */
    Networks then(String operator, float... constant) {
        String name = "k" + constants.size();
        long[] shape = constant.length == 1 ? new long[0] : new long[] {1, constant.length, 1, 1};
        constants.put(name, Constant.floats(shape, constant));
        add(operator, Map.of(), last, name);
        return this;
    }

    Networks then(String operator) {
        add(operator, Map.of(), last);
        return this;
    }

    Networks then(String operator, Map<String, Attribute> attributes) {
        add(operator, attributes, last);
        return this;
    }

    /** Convolution, ReLU, global average pooling, flattening, dense layer. */
    Networks body() {
        boolean channelsLast = input[1] != 3 && input[1] != 1;
        long channels = channelsLast ? input[3] : input[1];
        if (channelsLast) {
            add("Transpose", Map.of("perm", new Attribute.Ints(List.of(0L, 3L, 1L, 2L))), last);
        }
        if (inputType != ElementType.FLOAT) {
            add("Cast", Map.of("to", new Attribute.Int(1)), last);
        }
        constants.put("kernel", random(8, channels, 3, 3));
        add("Conv", Map.of("pads", new Attribute.Ints(List.of(1L, 1L, 1L, 1L))), last, "kernel");
        last = rename("features");
        add("Relu", Map.of(), last);
        add("GlobalAveragePool", Map.of(), last);
        add("Flatten", Map.of(), last);
        constants.put("dense", random(8, classes));
        add("MatMul", Map.of(), last, "dense");
        last = rename("scores");
        return this;
    }

    Graph graph() {
        List<ValueInfo> inputs = new ArrayList<>(List.of(new ValueInfo("image", inputType, input)));
        inputs.addAll(moreInputs);
        ValueInfo output = new ValueInfo(last, ElementType.FLOAT, new long[] {input[0], classes});
        return new Graph("test", 18, inputs, List.of(output), nodes, constants, metadata);
    }

    Graph graph(ValueInfo... outputs) {
        return graph().withOutputs(List.of(outputs));
    }

    Path write(Path file) throws Exception {
        OnnxWriter.write(graph(), file);
        return file;
    }

    String last() {
        return last;
    }

    void add(String operator, Map<String, Attribute> attributes, String... inputs) {
        String output = operator.toLowerCase(java.util.Locale.ROOT) + nodes.size();
        nodes.add(Node.of(operator, List.of(inputs), output, attributes));
        last = output;
    }

    private String rename(String name) {
        Node node = nodes.remove(nodes.size() - 1);
        nodes.add(new Node(name, "", node.operator(), node.inputs(), List.of(name), node.attributes()));
        return name;
    }

    private Constant random(long... shape) {
        float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Constant.floats(shape, values);
    }
}
