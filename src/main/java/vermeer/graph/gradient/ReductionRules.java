package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Sums, means, norms and extremes over axes. */
final class ReductionRules {

    /** Below this a norm counts as 0; its reciprocal is still a finite float. */
    private static final float SMALLEST_NORM = 1e-30f;

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private ReductionRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, Reduction> rules = new HashMap<>();
        rules.put("ReduceSum", (step, y, gradient) -> spread(step, gradient));
        rules.put("ReduceMean", ReductionRules::mean);
        rules.put("ReduceMax", ReductionRules::extreme);
        rules.put("ReduceMin", ReductionRules::extreme);
        rules.put("ReduceL1", (step, y, gradient) -> step.multiply(step.apply("Sign", step.x()), gradient));
        rules.put("ReduceL2", ReductionRules::euclidean);
        rules.put("ReduceSumSquare", (step, y, gradient) -> step.multiply(step.x(), step.multiply(gradient, 2)));
        rules.put("ReduceLogSum", ReductionRules::logSum);
        rules.put("ReduceLogSumExp", ReductionRules::logSumExp);
        rules.put("ReduceProd", ReductionRules::product);
        return Map.copyOf(rules);
    }

    /** A reduction's derivative, told with the reduced axes kept at extent 1. */
    @FunctionalInterface
    private interface Reduction extends FirstInputRule {

        /** The gradient of the input, from the output and its gradient. */
        String gradient(Step step, String y, String gradient) throws GraphException;

        @Override
        default String gradient(Step step) throws GraphException {
            long[] kept = kept(step);
            return gradient(
                    step, step.graph().reshape(step.y(), kept), step.graph().reshape(step.gradient(), kept));
        }
    }

    private static String spread(Step step, String gradient) throws GraphException {
        return step.graph().expand(gradient, step.graph().shape(step.x()));
    }

    private static String mean(Step step, String y, String gradient) throws GraphException {
        long[] shape = step.graph().shape(step.x());
        long count = 1;
        for (int axis : axes(step).toArray()) {
            count *= Axes.extent(shape, axis, step.node());
        }
        return spread(step, step.multiply(gradient, 1f / count));
    }

    /** Values that tie share the gradient evenly, as in PyTorch's amax. */
    private static String extreme(Step step, String y, String gradient) throws GraphException {
        String reaches = toFloat(step, step.graph().add("Equal", step.x(), y));
        return step.multiply(reaches, step.divide(gradient, sum(step, reaches)));
    }

    private static String euclidean(Step step, String y, String gradient) throws GraphException {
        String norm = step.graph().add("Max", y, step.graph().scalar(SMALLEST_NORM));
        return step.multiply(step.x(), step.divide(gradient, norm));
    }

    private static String logSum(Step step, String y, String gradient) throws GraphException {
        return spread(step, step.multiply(gradient, step.apply("Exp", step.apply("Neg", y))));
    }

    private static String logSumExp(Step step, String y, String gradient) throws GraphException {
        return step.multiply(step.apply("Exp", step.subtract(step.x(), y)), gradient);
    }

    /** The product of the other values, also where one or more of all are 0. */
    private static String product(Step step, String y, String gradient) throws GraphException {
        GradientGraph graph = step.graph();
        String zero = graph.scalar(0);
        String isZero = graph.add("Equal", step.x(), zero);
        String withoutZeros = graph.add("Where", isZero, graph.scalar(1), step.x());
        String product =
                graph.add("ReduceProd", Map.of("keepdims", new Attribute.Int(1)), withoutZeros, axesConstant(step));
        String zeros = toFloat(step, isZero);
        String otherZeros = step.subtract(sum(step, zeros), zeros);
        String noOther = toFloat(step, graph.add("Equal", otherZeros, zero));
        return step.multiply(step.divide(step.multiply(noOther, product), withoutZeros), gradient);
    }

    private static String sum(Step step, String value) throws GraphException {
        return step.graph().add("ReduceSum", Map.of("keepdims", new Attribute.Int(1)), value, axesConstant(step));
    }

    private static String toFloat(Step step, String value) throws GraphException {
        return step.graph().add("Cast", Map.of("to", new Attribute.Int(ElementType.FLOAT.code())), value);
    }

    private static String axesConstant(Step step) throws GraphException {
        return step.graph().integers(axes(step).asLongStream().toArray());
    }

    static long[] kept(Step step) throws GraphException {
        long[] kept = step.graph().shape(step.x()).clone();
        axes(step).forEach(axis -> kept[axis] = 1);
        return kept;
    }

    /** The reduced axes, counted from the front: the second input or, in older operator sets, an attribute. */
    private static IntStream axes(Step step) throws GraphException {
        Node node = step.node();
        int rank = step.graph().shape(step.x()).length;
        Optional<String> input = node.input(1);
        Optional<long[]> axes =
                input.isPresent() ? Optional.of(ShapeRules.known(step, 1).toIntegers()) : node.integers("axes");
        if (axes.isPresent() && axes.get().length > 0) {
            return IntStream.range(0, axes.get().length).map(i -> Axes.fromFront(axes.get()[i], rank));
        }
        return node.integer("noop_with_empty_axes", 0) == 1 ? IntStream.empty() : IntStream.range(0, rank);
    }
}
