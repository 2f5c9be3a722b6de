package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Operators that join values, pick from them, pad or resample them. */
final class PartRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private PartRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = new HashMap<>();
        rules.put("Gather", PartRules::gather);
        rules.put("GatherElements", PartRules::gatherElements);
        rules.put("Slice", new SliceRule());
        rules.put("Pad", new PadRule());
        rules.put("Resize", new ResizeRule());
        Map<String, GradientRule> all = new HashMap<>(rules);
        all.put("Concat", PartRules::concat);
        all.put("Split", PartRules::split);
        return all;
    }

    private static List<Optional<String>> concat(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        String gradient = gradients.get(0).orElseThrow();
        int axis = axis(node, graph.shape(gradient).length);
        List<Optional<String>> result = new ArrayList<>();
        long from = 0;
        for (String input : node.inputs()) {
            long to = from + Axes.extent(graph.shape(input), axis, node);
            result.add(
                    graph.needed(input)
                            ? Optional.of(graph.add(
                                    "Slice", gradient, graph.integers(from), graph.integers(to), graph.integers(axis)))
                            : Optional.empty());
            from = to;
        }
        return result;
    }

    private static List<Optional<String>> split(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        String[] parts = new String[node.outputs().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = gradients.get(i).isPresent()
                    ? gradients.get(i).get()
                    : graph.expand(graph.scalar(0), graph.shape(node.outputs().get(i)));
        }
        int axis = axis(node, graph.shape(node.inputs().get(0)).length);
        List<Optional<String>> result = new ArrayList<>();
        result.add(Optional.of(graph.add("Concat", Map.of("axis", new Attribute.Int(axis)), parts)));
        node.inputs().stream().skip(1).forEach(input -> result.add(Optional.empty()));
        return result;
    }

    /** Indices that are known turn into fixed places; others scatter, adding up what was picked more than once. */
    private static String gather(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        Node node = step.node();
        long[] shape = graph.shape(step.x());
        int axis = axis(node, shape.length);
        int extent = Axes.extent(shape, axis, node);
        String indices = node.inputs().get(1);
        long[] indicesShape = graph.shape(indices);
        long picked = Axes.product(indicesShape, 0, indicesShape.length, node);
        String flat = graph.reshape(step.gradient(), Axes.with(shape, axis, picked));
        Optional<Constant> known = graph.constant(indices);
        if (known.isPresent()) {
            int[][] sources = new int[shape.length][];
            sources[axis] = Arrays.stream(known.get().toIntegers())
                    .mapToInt(index -> Axes.fromFront(index, extent))
                    .toArray();
            return AxisMap.unpick(graph, node, flat, sources, shape);
        }
        long[] alongAxis = new long[shape.length];
        Arrays.fill(alongAxis, 1);
        alongAxis[axis] = picked;
        String places = graph.expand(graph.reshape(indices, alongAxis), Axes.with(shape, axis, picked));
        return scatter(graph, axis, shape, places, flat);
    }

    private static String gatherElements(Step step) throws GraphException {
        long[] shape = step.graph().shape(step.x());
        return scatter(
                step.graph(),
                axis(step.node(), shape.length),
                shape,
                step.node().inputs().get(1),
                step.gradient());
    }

    private static String scatter(GradientGraph graph, int axis, long[] shape, String indices, String gradient)
            throws GraphException {
        Map<String, Attribute> attributes =
                Map.of("axis", new Attribute.Int(axis), "reduction", new Attribute.Text("add"));
        return graph.add("ScatterElements", attributes, graph.expand(graph.scalar(0), shape), indices, gradient);
    }

    private static int axis(Node node, int rank) {
        return Axes.fromFront(node.integer("axis", 0), rank);
    }
}
