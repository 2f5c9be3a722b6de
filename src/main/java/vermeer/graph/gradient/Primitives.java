package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * A graph with its normalisations and softmaxes written as sums, products, quotients and functions of one value, for rules
 * that exist only for those. It computes the same.
 */
final class Primitives {
    private static final float EPSILON = 1e-5f;
    private static final Set<String> NORMALISATIONS =
            Set.of("InstanceNormalization", "LayerNormalization", "GroupNormalization");

    private final Shapes shapes;
    private final Set<String> taken;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants;

    private Primitives(Graph graph, Shapes shapes) {
        this.shapes = shapes;
        this.taken = Twin.taken(graph);
        this.constants = new LinkedHashMap<>(graph.constants());
    }

    /** The graph written so; operators whose shapes are not known stay as they are. */
    static Graph of(Graph graph, Shapes shapes) {
        Primitives primitives = new Primitives(graph, shapes);
        for (Node node : graph.nodes()) {
            primitives.write(node);
        }
        return graph.withNodes(primitives.nodes, primitives.constants);
    }

    private void write(Node node) {
        int before = nodes.size();
        try {
            if (node.outputs().size() == 1 && NORMALISATIONS.contains(node.operator())) {
                normalisation(node);
                return;
            } else if (node.operator().equals("Softmax") || node.operator().equals("LogSoftmax")) {
                softmax(node);
                return;
            }
        } catch (GraphException unknownShape) {
            nodes.subList(before, nodes.size()).clear();
        }
        nodes.add(node);
    }

    private void softmax(Node node) throws GraphException {
        String x = node.inputs().get(0);
        String axis = integers(Axes.fromFront(node.integer("axis", -1), shapes.shape(x).length));
        String raised = add("Sub", x, add("ReduceMax", x, axis));
        String powers = add("Exp", raised);
        String sum = add("ReduceSum", powers, axis);
        if (node.operator().equals("Softmax")) {
            finish(node, "Div", powers, sum);
        } else {
            finish(node, "Sub", raised, add("Log", sum));
        }
    }

    private void normalisation(Node node) throws GraphException {
        String x = node.inputs().get(0);
        long[] shape = shapes.shape(x);
        int rank = shape.length;
        String value =
                switch (node.operator()) {
                    case "LayerNormalization" ->
                        normalised(x, from(Axes.fromFront(node.integer("axis", -1), rank), rank), node);
                    case "InstanceNormalization" -> normalised(x, from(2, rank), node);
                    default -> grouped(x, shape, node);
                };
        boolean perChannel = !node.operator().equals("LayerNormalization");
        String scale = node.inputs().get(1);
        String scaled = add("Mul", value, perChannel ? perChannel(scale, shape) : scale);
        String shift = node.input(2).isPresent() ? node.inputs().get(2) : scalar(0);
        finish(node, "Add", scaled, perChannel && node.input(2).isPresent() ? perChannel(shift, shape) : shift);
    }

    private String grouped(String x, long[] shape, Node node) throws GraphException {
        if (shapes.shape(node.inputs().get(1))[0] != shape[1]
                || LongStream.of(shape).skip(1).anyMatch(e -> e < 0)) {
            throw new GraphException(node.describe() + " has a scale for each group.");
        }
        String groups = add("Reshape", x, integers(0, node.integer("num_groups", 1), -1));
        long[] whole = shape.clone();
        whole[0] = 0;
        return add("Reshape", normalised(groups, new long[] {2}, node), integers(whole));
    }

    /** {@code (x - mean) / sqrt(variance + epsilon)} over some axes. */
    private String normalised(String x, long[] axes, Node node) {
        String over = integers(axes);
        String deviation = add("Sub", x, add("ReduceMean", x, over));
        String variance = add("ReduceMean", add("Mul", deviation, deviation), over);
        String spread = add("Sqrt", add("Add", variance, scalar(node.real("epsilon", EPSILON))));
        return add("Div", deviation, spread);
    }

    private String perChannel(String values, long[] shape) {
        long[] target = new long[shape.length - 1];
        Arrays.fill(target, 1);
        target[0] = -1;
        return add("Reshape", values, integers(target));
    }

    private static long[] from(int first, int rank) {
        return LongStream.range(first, rank).toArray();
    }

    private String add(String operator, String... inputs) {
        String name = Twin.unused("part_" + operator, taken);
        nodes.add(Node.of(operator, List.of(inputs), name, Map.of()));
        return name;
    }

    /** The last node, under the name of the one that is replaced. */
    private void finish(Node replaced, String operator, String... inputs) {
        nodes.add(Node.of(operator, List.of(inputs), replaced.output(), Map.of()));
    }

    private String integers(long... values) {
        return named(Constant.integers(values));
    }

    private String scalar(float value) {
        return named(Constant.scalar(value));
    }

    private String named(Constant constant) {
        String name = Twin.unused("part_constant", taken);
        constants.put(name, constant);
        return name;
    }
}
