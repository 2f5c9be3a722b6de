package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.prepare.Upgrade;
import vermeer.graph.shape.Shapes;

/** A graph of one input {@code x} for tests, written operator by operator. */
final class SmallGraph {
    private final long[] shape;
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    /** @param item the shape of the input without the batch */
    SmallGraph(Random random, long... item) {
        this.random = random;
        this.shape = LongStream.concat(LongStream.of(-1), LongStream.of(item)).toArray();
    }

    /** The input's extent along an axis; the batch is axis 0. */
    long extent(int axis) {
        return shape[axis];
    }

    /** Adds a node. */
    String add(String operator, Map<String, Attribute> attributes, String... inputs) {
        return add(operator, 1, attributes, inputs).get(0);
    }

    /** Adds a node without attributes. */
    String add(String operator, String... inputs) {
        return add(operator, Map.of(), inputs);
    }

    /** Adds a node of several outputs. */
    List<String> add(String operator, int outputs, Map<String, Attribute> attributes, String... inputs) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            names.add(operator + nodes.size() + (i == 0 ? "" : "_" + i));
        }
        nodes.add(new Node(names.get(0), "", operator, List.of(inputs), names, attributes));
        return names;
    }

    String constant(Constant constant) {
        String name = "constant" + constants.size();
        constants.put(name, constant);
        return name;
    }

    String scalar(float value) {
        return constant(Constant.scalar(value));
    }

    String integers(long... values) {
        return constant(Constant.integers(values));
    }

    String floats(float... values) {
        return constant(Constant.floats(new long[] {values.length}, values));
    }

    /** Normally distributed values. */
    String weights(long... extents) {
        float[] values = new float[(int) LongStream.of(extents).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return constant(Constant.floats(extents, values));
    }

    /** Tenths from 0.5 to 1.5. */
    String positiveWeights(long... extents) {
        String name = weights(extents);
        float[] values = constants.get(name).toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + Math.round(5 * Math.tanh(values[i])) / 10f;
        }
        constants.put(name, Constant.floats(extents, values));
        return name;
    }

    /** The graph that gives {@code y}. */
    Graph ending(String y) throws GraphException {
        Graph graph = new Graph(
                "small",
                Upgrade.OPSET,
                List.of(new ValueInfo("x", ElementType.FLOAT, shape)),
                List.of(new ValueInfo(y, ElementType.FLOAT, new long[0])),
                nodes,
                constants,
                Map.of());
        return graph.withOutputs(
                List.of(new ValueInfo(y, ElementType.FLOAT, Shapes.infer(graph).shape(y))));
    }

    static Map<String, Attribute> with(String key, long value) {
        return Map.of(key, new Attribute.Int(value));
    }

    static Map<String, Attribute> with(String key, float value) {
        return Map.of(key, new Attribute.Real(value));
    }

    static Map<String, Attribute> with(String key, String value) {
        return Map.of(key, new Attribute.Text(value));
    }

    static Map<String, Attribute> with(String key, long... values) {
        return Map.of(key, ints(values));
    }

    static Attribute ints(long... values) {
        return new Attribute.Ints(LongStream.of(values).boxed().toList());
    }
}
