package vermeer.graph.gradient;

import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * Quantising and back: straight through, as if nothing were rounded; what is cut off at the ends of the number range passes no
 * gradient, as in PyTorch's fake quantisation. The gradient of a quantised value is float32.
 */
final class QuantisationRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private QuantisationRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule quantise = QuantisationRules::quantise;
        FirstInputRule dequantise = step -> step.multiply(step.gradient(), scale(step));
        return Map.of("QuantizeLinear", quantise, "DequantizeLinear", dequantise);
    }

    private static String quantise(Step step) throws GraphException {
        ElementType type = step.graph().type(step.y());
        double lowest = lowest(step.node(), type);
        double highest = lowest + Math.pow(2, 8 * type.bytes()) - 1;
        String steps = step.divide(step.x(), scale(step));
        Optional<String> zero = step.node().input(2);
        if (zero.isPresent()) {
            Map<String, Attribute> toFloat = Map.of("to", new Attribute.Int(ElementType.FLOAT.code()));
            steps = step.add(steps, aligned(step, step.graph().add("Cast", toFloat, zero.get())));
        }
        String above = step.add(steps, (float) (0.5 - lowest));
        String below = step.subtract((float) (highest + 0.5), steps);
        return step.divide(step.chain(step.atLeast(step.multiply(above, below))), scale(step));
    }

    private static double lowest(Node node, ElementType type) throws GraphException {
        return switch (type) {
            case UINT8, UINT16 -> 0;
            case INT8 -> Byte.MIN_VALUE;
            case INT16 -> Short.MIN_VALUE;
            default ->
                throw new GraphException(
                        "The operator " + node.describe() + " quantises to " + type + ", which has no gradient rule.");
        };
    }

    private static String scale(Step step) throws GraphException {
        return aligned(step, step.node().inputs().get(1));
    }

    /** A value for each slice along the node's axis, in a shape that broadcasts; a single value as it is. */
    private static String aligned(Step step, String values) throws GraphException {
        long[] own = step.graph().shape(values);
        if (own.length == 0 || own.length == 1 && own[0] == 1) {
            return values;
        }
        int rank = step.graph().shape(step.x()).length;
        if (own.length != 1) {
            throw new GraphException(
                    "The operator " + step.node().describe() + " quantises in blocks, which has no gradient rule.");
        }
        long[] shape = LongStream.generate(() -> 1).limit(rank).toArray();
        shape[Axes.fromFront(step.node().integer("axis", 1), rank)] = own[0];
        return step.graph().reshape(values, shape);
    }
}
