package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Operators that rearrange, repeat or convert values without choosing among them. */
final class ShapeRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private ShapeRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = new HashMap<>();
        for (String operator : List.of("Reshape", "Flatten", "Squeeze", "Unsqueeze")) {
            rules.put(operator, step -> step.graph()
                    .reshape(step.gradient(), step.graph().shape(step.x())));
        }
        rules.put("Transpose", ShapeRules::transpose);
        rules.put("Expand", step -> step.graph()
                .sumTo(step.gradient(), step.graph().shape(step.x())));
        rules.put("Tile", ShapeRules::tile);
        rules.put("Cast", ShapeRules::cast);
        rules.put("DepthToSpace", ShapeRules::depthToSpace);
        rules.put("SpaceToDepth", step -> step.graph().add("DepthToSpace", blocks(step.node()), step.gradient()));
        rules.put("CumSum", ShapeRules::cumulativeSum);
        rules.put("Trilu", ShapeRules::triangle);
        return Map.copyOf(rules);
    }

    private static String transpose(Step step) throws GraphException {
        int rank = step.graph().shape(step.x()).length;
        Long[] inverse = new Long[rank];
        long[] order = step.node().integers("perm").orElse(null);
        for (int i = 0; i < rank; i++) {
            int source = order == null ? rank - 1 - i : Axes.fromFront(order[i], rank);
            inverse[source] = (long) i;
        }
        return step.graph().add("Transpose", Map.of("perm", new Attribute.Ints(List.of(inverse))), step.gradient());
    }

    /** Sums the repetitions, which lie outside the original along each repeated axis. */
    private static String tile(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        long[] repeats = known(step, 1).toIntegers();
        long[] shape = graph.shape(step.x());
        List<Long> split = new ArrayList<>();
        List<Long> repeated = new ArrayList<>();
        for (int axis = 0; axis < shape.length; axis++) {
            if (repeats[axis] != 1) {
                repeated.add((long) split.size());
                split.add(repeats[axis]);
            }
            split.add(shape[axis]);
        }
        if (repeated.isEmpty()) {
            return step.gradient();
        }
        String parts = graph.reshape(step.gradient(), toArray(split));
        Map<String, Attribute> drop = Map.of("keepdims", new Attribute.Int(0));
        return graph.add("ReduceSum", drop, parts, graph.integers(toArray(repeated)));
    }

    private static String cast(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        long type = graph.type(step.x()).code();
        return graph.type(step.gradient()).code() == type
                ? step.gradient()
                : graph.add("Cast", Map.of("to", new Attribute.Int(type)), step.gradient());
    }

    private static String depthToSpace(Step step) throws GraphException {
        GradientGraph graph = step.graph();
        if (!step.node().text("mode", "DCR").equals("CRD")) {
            return graph.add("SpaceToDepth", blocks(step.node()), step.gradient());
        }
        long[] shape = graph.shape(step.x());
        long block = step.node().integer("blocksize", 1);
        String parts =
                graph.reshape(step.gradient(), shape[0], shape[1] / (block * block), shape[2], block, shape[3], block);
        Map<String, Attribute> order = Map.of("perm", new Attribute.Ints(List.of(0L, 1L, 3L, 5L, 2L, 4L)));
        return graph.reshape(graph.add("Transpose", order, parts), shape);
    }

    private static Map<String, Attribute> blocks(Node node) {
        return Map.of("blocksize", new Attribute.Int(node.integer("blocksize", 1)));
    }

    /** The sum over all that come after, instead of all before. */
    private static String cumulativeSum(Step step) throws GraphException {
        Map<String, Attribute> turned = Map.of(
                "exclusive", new Attribute.Int(step.node().integer("exclusive", 0)),
                "reverse", new Attribute.Int(1 - step.node().integer("reverse", 0)));
        return step.graph()
                .add("CumSum", turned, step.gradient(), step.node().inputs().get(1));
    }

    private static String triangle(Step step) throws GraphException {
        List<String> inputs = new ArrayList<>(step.node().inputs());
        inputs.set(0, step.gradient());
        return step.graph().add("Trilu", step.node().attributes(), inputs.toArray(String[]::new));
    }

    /**
     * An input that says how an operator works.
     *
     * @throws GraphException where it is calculated during the run
     */
    static Constant known(Step step, int input) throws GraphException {
        return step.graph()
                .constant(step.node().inputs().get(input))
                .orElseThrow(
                        () -> new GraphException("The operator " + step.node().describe() + " calculates its input "
                                + input + " during the run, which has no gradient rule."));
    }

    private static long[] toArray(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
