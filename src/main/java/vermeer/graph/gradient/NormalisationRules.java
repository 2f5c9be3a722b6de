package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Batch, instance, layer and group normalisation, and local response normalisation. */
final class NormalisationRules {

    private static final float EPSILON = 1e-5f;

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private NormalisationRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = Map.of(
                "BatchNormalization", NormalisationRules::batch,
                "InstanceNormalization", NormalisationRules::instance,
                "LayerNormalization", NormalisationRules::layer,
                "GroupNormalization", NormalisationRules::group,
                "LRN", new LocalResponseRule());
        return Map.copyOf(rules);
    }

    /** With the statistics of training, as in every trained network: a scale for each channel. */
    private static String batch(Step step) throws GraphException {
        Node node = step.node();
        GradientGraph graph = step.graph();
        requireFixedWeights(step);
        if (node.integer("training_mode", 0) != 0) {
            throw new GraphException("The operator " + node.describe()
                    + " normalises with the statistics of the batch, which mixes pictures and has no gradient rule.");
        }
        List<String> inputs = node.inputs();
        long[] channels = graph.shape(inputs.get(1));
        String zeros = graph.constant(Constant.floats(channels, new float[Math.toIntExact(channels[0])]));
        Map<String, Attribute> attributes = Map.of("epsilon", new Attribute.Real(node.real("epsilon", EPSILON)));
        return graph.add("BatchNormalization", attributes, step.gradient(), inputs.get(1), zeros, zeros, inputs.get(4));
    }

    private static String instance(Step step) throws GraphException {
        requireFixedWeights(step);
        long[] shape = step.graph().shape(step.x());
        long[] axes = LongStream.range(2, shape.length).toArray();
        return centred(step, step.x(), perChannel(step, shape.length), axes);
    }

    private static String layer(Step step) throws GraphException {
        requireFixedWeights(step);
        int rank = step.graph().shape(step.x()).length;
        int axis = Axes.fromFront(step.node().integer("axis", -1), rank);
        String scaled = step.multiply(step.gradient(), step.node().inputs().get(1));
        return centred(step, step.x(), scaled, LongStream.range(axis, rank).toArray());
    }

    private static String group(Step step) throws GraphException {
        requireFixedWeights(step);
        GradientGraph graph = step.graph();
        Node node = step.node();
        long[] shape = graph.shape(step.x());
        long groups = node.integer("num_groups", 1);
        long[] grouped = {shape[0], groups, Axes.product(shape, 1, shape.length, node) / groups};
        boolean scaleOfGroup = graph.shape(node.inputs().get(1))[0] != shape[1];
        String scaled = scaleOfGroup
                ? step.multiply(
                        graph.reshape(step.gradient(), grouped),
                        graph.reshape(node.inputs().get(1), groups, 1))
                : graph.reshape(perChannel(step, shape.length), grouped);
        return graph.reshape(centred(step, graph.reshape(step.x(), grouped), scaled, new long[] {2}), shape);
    }

    /** The gradient times the scale of each channel. */
    private static String perChannel(Step step, int rank) throws GraphException {
        String scale = step.node().inputs().get(1);
        long[] shape = LongStream.generate(() -> 1).limit(rank - 1).toArray();
        shape[0] = step.graph().shape(scale)[0];
        return step.multiply(step.gradient(), step.graph().reshape(scale, shape));
    }

    /**
     * The gradient of {@code (x - mean) / sqrt(variance + epsilon)}, both over some axes:
     * {@code (g - mean(g) - y * mean(g * y)) / sqrt(variance + epsilon)}.
     */
    private static String centred(Step step, String x, String gradient, long[] axes) throws GraphException {
        String deviation = step.subtract(x, mean(step, x, axes));
        String variance = mean(step, step.square(deviation), axes);
        String spread = step.apply("Sqrt", step.add(variance, step.node().real("epsilon", EPSILON)));
        String y = step.divide(deviation, spread);
        String along = step.multiply(y, mean(step, step.multiply(gradient, y), axes));
        return step.divide(step.subtract(step.subtract(gradient, mean(step, gradient, axes)), along), spread);
    }

    private static String mean(Step step, String value, long[] axes) throws GraphException {
        long[] shape = step.graph().shape(value);
        long count = 1;
        for (long axis : axes) {
            count *= Axes.extent(shape, Math.toIntExact(axis), step.node());
        }
        return step.multiply(step.graph().add("ReduceSum", value, step.graph().integers(axes)), 1f / count);
    }

    private static void requireFixedWeights(Step step) throws GraphException {
        for (int i = 1; i < step.node().inputs().size(); i++) {
            Optional<String> weight = step.node().input(i).filter(step.graph()::needed);
            if (weight.isPresent()) {
                throw new GraphException("The operator " + step.node().describe()
                        + " has a scale that depends on the picture, which has no gradient rule.");
            }
        }
    }
}
