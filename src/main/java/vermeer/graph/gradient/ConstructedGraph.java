package vermeer.graph.gradient;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/** The forward graph, to which rules add the nodes of the gradient. */
final class ConstructedGraph implements GradientGraph {

    /** Constants up to this size are looked up, so that several seeds share masks of up to 4096 channels. */
    private static final int SMALL_CONSTANT_BYTES = 1 << 14;

    /** What makes two nodes equal: the same calculation on the same values. */
    private record Calculation(
            String domain, String operator, Map<String, Attribute> attributes, int outputs, List<String> inputs) {}

    /** What makes two constants equal. */
    private record Content(ElementType type, List<Long> shape, ByteBuffer bytes) {}

    private final Graph forward;
    private final Shapes shapes;
    private final Set<String> needed;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants;
    private final Map<Calculation, List<String>> written = new HashMap<>();
    private final Map<Content, String> smallConstants = new HashMap<>();
    private final Map<String, String> derived = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private int count;

    ConstructedGraph(Graph forward, Shapes shapes, Set<String> needed) {
        this.forward = forward;
        this.shapes = shapes.copy();
        this.needed = needed;
        this.constants = new LinkedHashMap<>(forward.constants());
        names.addAll(constants.keySet());
        forward.inputs().forEach(input -> names.add(input.name()));
        for (Node node : forward.nodes()) {
            nodes.add(node);
            names.addAll(node.outputs());
            written.putIfAbsent(calculation(node), node.outputs());
        }
    }

    /** Declares a further float32 input and returns its name. */
    String addInput(String wish, long[] shape) {
        String name = unused(wish);
        shapes.add(new ValueInfo(name, ElementType.FLOAT, shape));
        return name;
    }

    /** The graph with these inputs and only what these outputs need. */
    Graph build(List<ValueInfo> inputs, Set<String> outputs) throws GraphException {
        List<ValueInfo> declared = new ArrayList<>();
        for (String output : outputs) {
            declared.add(new ValueInfo(output, type(output), shape(output)));
        }
        return forward.withNodes(nodes, constants).withInputs(inputs).reachingOnly(declared);
    }

    @Override
    public long[] shape(String value) throws GraphException {
        long[] shape = shapes.shape(value);
        if (LongStream.of(shape).anyMatch(extent -> extent == Graph.UNKNOWN)) {
            throw new GraphException("The shape of the value '" + value
                    + "' is not known before a run, so it cannot be differentiated.");
        }
        return shape;
    }

    @Override
    public ElementType type(String value) throws GraphException {
        return shapes.type(value);
    }

    @Override
    public Optional<Constant> constant(String value) {
        return shapes.constant(value);
    }

    @Override
    public boolean needed(String value) {
        return needed.contains(value);
    }

    @Override
    public String add(String operator, Map<String, Attribute> attributes, String... inputs) throws GraphException {
        return addAll(operator, attributes, 1, inputs).get(0);
    }

    @Override
    public List<String> addAll(String operator, Map<String, Attribute> attributes, int outputs, String... inputs)
            throws GraphException {
        Calculation calculation = new Calculation("", operator, attributes, outputs, List.of(inputs));
        List<String> known = written.get(calculation);
        if (known != null) {
            return known;
        }
        List<String> results = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            results.add(unused("gradient_" + operator + "_" + count++));
        }
        Node node = new Node(results.get(0), "", operator, calculation.inputs(), results, attributes);
        shapes.add(node);
        nodes.add(node);
        written.put(calculation, node.outputs());
        return node.outputs();
    }

    @Override
    public String alsoOutput(Node node, int index) throws GraphException {
        int at = positionOf(node);
        List<String> outputs = new ArrayList<>(nodes.get(at).outputs());
        while (outputs.size() <= index) {
            outputs.add("");
        }
        if (outputs.get(index).isEmpty()) {
            outputs.set(index, unused(outputs.get(0) + "_" + index));
            Node extended =
                    new Node(node.name(), node.domain(), node.operator(), node.inputs(), outputs, node.attributes());
            shapes.add(extended);
            nodes.set(at, extended);
        }
        return outputs.get(index);
    }

    private int positionOf(Node node) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).outputs().contains(node.output())) {
                return i;
            }
        }
        throw new IllegalArgumentException(node.describe() + " is not in the graph");
    }

    @Override
    public String derived(String constant, String how, UnaryOperator<Constant> calculation) {
        return derived.computeIfAbsent(
                constant + '\n' + how,
                key -> constant(calculation.apply(shapes.constant(constant).orElseThrow())));
    }

    @Override
    public String constant(Constant constant) {
        if (constant.bytes().remaining() > SMALL_CONSTANT_BYTES) {
            return named(constant);
        }
        List<Long> shape = LongStream.of(constant.shape()).boxed().toList();
        return smallConstants.computeIfAbsent(
                new Content(constant.type(), shape, constant.buffer()), key -> named(constant));
    }

    @Override
    public String reshape(String value, long... shape) throws GraphException {
        long[] before = shape(value);
        if (Arrays.equals(before, shape)) {
            return value;
        }
        if (LongStream.of(shape).filter(extent -> extent < 0).count() > 1) {
            throw new IllegalArgumentException(
                    "one extent may depend on the batch size, not " + Arrays.toString(shape));
        }
        long[] target = shape.clone();
        for (int axis = 0; axis < target.length; axis++) {
            boolean kept = axis < before.length && before[axis] == shape[axis];
            target[axis] = shape[axis] >= 0 ? shape[axis] : kept ? 0 : -1;
        }
        return add("Reshape", value, integers(target));
    }

    @Override
    public String expand(String value, long... shape) throws GraphException {
        long[] before = shape(value);
        if (Arrays.equals(before, shape)) {
            return value;
        }
        long[] target = shape.clone();
        boolean fixed = true;
        for (int axis = 0; axis < target.length; axis++) {
            int own = axis - shape.length + before.length;
            if (shape[axis] < 0) {
                target[axis] = 1;
                fixed &= own >= 0 && before[own] == shape[axis];
            }
        }
        return add("Expand", value, fixed ? integers(target) : runtimeShape(shape));
    }

    /** A shape that is known only when the batch size is. */
    private String runtimeShape(long... shape) throws GraphException {
        Map<String, Attribute> firstAxis = Map.of("start", new Attribute.Int(0), "end", new Attribute.Int(1));
        String batch = add("Shape", firstAxis, forward.inputs().get(0).name());
        List<String> extents = new ArrayList<>();
        for (long extent : shape) {
            extents.add(extent < 0 ? add("Mul", batch, integers(-extent)) : integers(extent));
        }
        return add("Concat", Map.of("axis", new Attribute.Int(0)), extents.toArray(String[]::new));
    }

    @Override
    public String sumTo(String gradient, long... shape) throws GraphException {
        long[] before = shape(gradient);
        int added = before.length - shape.length;
        long[] axes = IntStream.range(0, before.length)
                .filter(axis -> axis < added || before[axis] != shape[axis - added])
                .asLongStream()
                .toArray();
        String summed = axes.length == 0 ? gradient : add("ReduceSum", gradient, integers(axes));
        return added == 0 ? summed : reshape(summed, shape);
    }

    private String named(Constant constant) {
        String name = unused("gradient_constant_" + count++);
        constants.put(name, constant);
        shapes.add(name, constant);
        return name;
    }

    private String unused(String wish) {
        String name = wish;
        while (!names.add(name)) {
            name = wish + "_" + count++;
        }
        return name;
    }

    private static Calculation calculation(Node node) {
        return new Calculation(
                node.domain(),
                node.operator(),
                node.attributes(),
                node.outputs().size(),
                node.inputs());
    }
}
