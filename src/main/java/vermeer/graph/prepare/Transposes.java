package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * Takes away pairs of Transposes as exporters write them that think channels last (tf2onnx): a Transpose is not written but
 * remembered, pushed through every operator that can work on the other order ({@link TransposeRules}), and written only where a
 * node really needs the order; one that meets its opposite is gone.
 *
 * <p>A value keeps its name only as long as it keeps its order of axes, because a user may choose it as a layer: what is computed
 * in another order has a name that says so ({@code add/nchw}), and the old name is there only where the old order is.
 */
final class Transposes {
    private static final Map<String, String> LAYOUTS = Map.of("[0, 2, 3, 1]", "/nchw", "[0, 3, 1, 2]", "/nhwc");

    private final Draft draft;
    private final Map<String, Moved> moved = new HashMap<>();

    private Transposes(Graph graph) {
        this.draft = new Draft(graph);
    }

    /** A graph that computes the same with fewer Transposes; the graph itself where there would not be fewer. */
    static Graph cancelled(Graph graph) {
        boolean nested = graph.nodes().stream()
                .flatMap(node -> node.attributes().values().stream())
                .anyMatch(Attribute.Body.class::isInstance);
        if (nested || count(graph) == 0) {
            return graph;
        }
        try {
            Graph fewer = new Transposes(graph).run(graph);
            return count(fewer) < count(graph) ? fewer : graph;
        } catch (GraphException unlikely) {
            // Only time is lost: the graph is right as it is.
            return graph;
        }
    }

    /** How many Transposes a graph has. */
    static long count(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.operator().equals("Transpose"))
                .count();
    }

    private Graph run(Graph graph) throws GraphException {
        for (Node node : graph.nodes()) {
            visit(draft.current(node));
        }
        for (var output : graph.outputs()) {
            write(output.name());
        }
        return draft.finish();
    }

    private void visit(Node node) throws GraphException {
        if (node.operator().equals("Transpose") && node.domain().isEmpty() && remember(node)) {
            return;
        }
        if (node.inputs().stream().anyMatch(moved::containsKey)) {
            Optional<TransposeRule> rule = TransposeRules.of(node);
            if (rule.isPresent() && rule.get().push(node, this)) {
                return;
            }
            for (String input : node.inputs()) {
                write(input);
            }
        }
        draft.add(node);
    }

    private boolean remember(Node node) throws GraphException {
        String input = node.inputs().get(0);
        Optional<Constant> constant = draft.shapes().constant(input);
        Optional<long[]> perm = node.integers("perm");
        if (perm.isEmpty()) {
            return false;
        }
        int[] order = Arrays.stream(perm.get()).mapToInt(Math::toIntExact).toArray();
        if (constant.isPresent()) {
            draft.constant(node.output(), TransposedConstant.of(constant.get(), order));
        } else {
            int[] own = IntStream.range(0, order.length).toArray();
            become(node.output(), moved(input).orElse(new Moved(input, own)).then(order));
        }
        return true;
    }

    /** From now on a value is another one moved. */
    private void become(String value, Moved now) {
        if (now.still()) {
            draft.replace(value, now.source());
        } else {
            moved.put(value, now);
        }
    }

    /** Writes the Transpose of a value that is read in its own order. */
    private void write(String value) throws GraphException {
        Moved pending = moved.remove(value);
        if (pending != null) {
            List<Long> perm =
                    Arrays.stream(pending.order()).asLongStream().boxed().toList();
            draft.add(Node.of("Transpose", List.of(pending.source()), value, Map.of("perm", new Attribute.Ints(perm))));
        }
    }

    Shapes shapes() {
        return draft.shapes();
    }

    /** What a value is before it was moved; empty where it was not. */
    Optional<Moved> moved(String value) {
        return Optional.ofNullable(moved.get(value));
    }

    /** The one order in which all moved inputs of a node are; empty where they differ. */
    Optional<Moved> common(Node node) {
        List<Moved> all = node.inputs().stream()
                .map(moved::get)
                .filter(found -> found != null)
                .toList();
        Moved first = all.get(0);
        return all.stream().allMatch(other -> Arrays.equals(other.order(), first.order()))
                ? Optional.of(first)
                : Optional.empty();
    }

    String constant(Constant constant) {
        return draft.constant(constant);
    }

    /** Adds a Transpose of a value, for one that is small. */
    String transposed(String value, int[] order) throws GraphException {
        List<Long> perm = Arrays.stream(order).asLongStream().boxed().toList();
        return draft.add("Transpose", Map.of("perm", new Attribute.Ints(perm)), value);
    }

    /**
     * Writes a node in another order: each output is moved as {@code order} says.
     *
     * @param node as it was
     * @param inputs what it reads now
     * @param attributes which it has now
     * @param order of the outputs, from what is written to what they were
     */
    void rewritten(Node node, List<String> inputs, Map<String, Attribute> attributes, int[] order)
            throws GraphException {
        Moved still = new Moved("", order);
        List<String> outputs = new ArrayList<>();
        for (String output : node.outputs()) {
            outputs.add(output.isEmpty() || still.still() ? output : draft.unique(output + suffix(order)));
        }
        draft.add(new Node(node.name(), "", node.operator(), inputs, outputs, attributes));
        for (int i = 0; i < outputs.size(); i++) {
            if (!outputs.get(i).equals(node.outputs().get(i))) {
                become(node.outputs().get(i), new Moved(outputs.get(i), order));
            }
        }
    }

    private static String suffix(int[] order) {
        return LAYOUTS.getOrDefault(Arrays.toString(order), "/transposed");
    }
}
