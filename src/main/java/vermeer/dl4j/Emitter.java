package vermeer.dl4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Node;

/** Collects the nodes and constants of a graph; each step's nodes are named after the step. */
final class Emitter {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>();
    /** Constants read the native memory of these arrays, so they must outlive the graph. */
    private final List<INDArray> held = new ArrayList<>();
    /** What a constant is in the network: a view of the layer's own parameters, in the order of axes that the graph has. */
    private final Map<String, INDArray> parameters = new LinkedHashMap<>();
    /** The step that each value and constant belongs to. */
    private final Map<String, String> writers = new HashMap<>();

    private final boolean channelsLast;
    private String scope = "";

    /** @param channelsLast whether the source holds pictures channels last */
    Emitter(boolean channelsLast) {
        this.channelsLast = channelsLast;
    }

    boolean channelsLast() {
        return channelsLast;
    }

    /** Names what follows after this step. */
    void enter(String step) {
        scope = step;
    }

    List<Node> nodes() {
        return nodes;
    }

    Map<String, Constant> constants() {
        return constants;
    }

    /** Adds a node without settings and returns the name of its output. */
    String node(String operator, String... inputs) {
        return node(operator, Map.of(), inputs);
    }

    /** Adds a node and returns the name of its output. */
    String node(String operator, Map<String, Attribute> attributes, String... inputs) {
        String output = unique(scope + "/" + operator);
        nodes.add(Node.of(operator, List.of(inputs), output, attributes));
        writers.put(output, scope);
        return output;
    }

    /** The step that a value or constant belongs to; empty for the network's input. */
    Optional<String> writer(String value) {
        return Optional.ofNullable(writers.get(value));
    }

    /**
     * A constant's place among the network's parameters: a view of them, whose row-major order is the constant's. To write
     * into it is the inverse of {@link #weight}. Empty where the constant was computed.
     */
    Optional<INDArray> parameter(String constant) {
        return Optional.ofNullable(parameters.get(constant));
    }

    /**
     * A weight, copied in row-major order outside the heap.
     *
     * @param array a view of the layer's parameters, permuted to the graph's order of axes
     */
    String weight(String label, INDArray array, long... shape) {
        String name = derived(label, array, shape);
        parameters.put(name, array);
        return name;
    }

    /** As {@link #weight}, for values that are computed and not themselves parameters of the network. */
    String derived(String label, INDArray array, long... shape) {
        INDArray copy = array.castTo(DataType.FLOAT).dup('c');
        held.add(copy);
        String name = unique(scope + "/" + label);
        ByteBuffer bytes = copy.data().pointer().capacity(copy.length()).asByteBuffer();
        constants.put(name, new Constant(vermeer.graph.ElementType.FLOAT, shape, bytes.order(ByteOrder.LITTLE_ENDIAN)));
        writers.put(name, scope);
        return name;
    }

    String scalar(double value) {
        String name = unique(scope + "/scalar");
        constants.put(name, Constant.scalar((float) value));
        return name;
    }

    String vector(String label, float... values) {
        String name = unique(scope + "/" + label);
        constants.put(name, Constant.floats(new long[] {values.length}, values));
        return name;
    }

    String integers(String label, long... values) {
        String name = unique(scope + "/" + label);
        constants.put(name, Constant.integers(values));
        return name;
    }

    /** The value as DL4J holds it: channels last again where the graph has moved them. */
    String asInSource(Value value) {
        return value.moved() ? node("Transpose", Map.of("perm", ints(0, 2, 3, 1)), value.name()) : value.name();
    }

    /** The value in row-major order of the source under a new shape of the source. */
    Value reshape(Value value, long[] shape, boolean channelsLast) {
        long[] target = shape.clone();
        target[0] = -1;
        String flat = node("Reshape", asInSource(value), integers("shape", target));
        boolean move = channelsLast && shape.length == 4;
        return new Value(move ? node("Transpose", Map.of("perm", ints(0, 3, 1, 2)), flat) : flat, shape, move);
    }

    static Attribute ints(long... values) {
        return new Attribute.Ints(Arrays.stream(values).boxed().collect(Collectors.toList()));
    }

    static Attribute ints(int... values) {
        return ints(Arrays.stream(values).asLongStream().toArray());
    }

    static Attribute integer(long value) {
        return new Attribute.Int(value);
    }

    static Attribute real(double value) {
        return new Attribute.Real((float) value);
    }

    private String unique(String name) {
        int count = uses.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "_" + count;
    }
}
