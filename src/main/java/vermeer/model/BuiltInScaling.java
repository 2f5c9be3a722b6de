package vermeer.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/**
 * Scaling that a network does itself, right behind its input. It tells in which range the network wants its pictures: a
 * division by 255 or a subtraction of 123.68 only makes sense for levels from 0 to 255, one by 0.229 for values from 0 to 1.
 */
final class BuiltInScaling {
    /** Operators that leave values as they are. */
    private static final Set<String> PASSED =
            Set.of("Cast", "Transpose", "Identity", "Pad", "Reshape", "Squeeze", "Unsqueeze");

    private static final int LONGEST_CHAIN = 12;

    private final Graph graph;
    private double factor = 1;
    private double offset;
    private String last = "";

    private BuiltInScaling(Graph graph) {
        this.graph = graph;
    }

    /**
     * The range that a network's input has.
     *
     * @param largest the value of white where black is 0: 255 or 1
     * @param why one sentence
     */
    record Range(double largest, String why) {}

    /** The range that the operators behind the input tell; empty where they tell none. */
    static Optional<Range> of(Graph graph) {
        ValueInfo input = graph.inputs().get(0);
        if (input.type() == ElementType.UINT8) {
            return Optional.of(new Range(255, "The input takes whole numbers from 0 to 255."));
        }
        return new BuiltInScaling(graph).follow(input.name());
    }

    private Optional<Range> follow(String input) {
        String value = input;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            String current = value;
            List<Node> readers = graph.nodes().stream()
                    .filter(node -> node.inputs().contains(current))
                    .toList();
            if (readers.size() != 1) {
                break;
            }
            Node node = readers.get(0);
            if (node.operator().equals("BatchNormalization")) {
                return statistics(node);
            }
            if (!PASSED.contains(node.operator()) && !scale(node, current)) {
                break;
            }
            value = node.output();
        }
        return range();
    }

    /** Takes an arithmetic operator with a constant into account. */
    private boolean scale(Node node, String value) {
        if (node.inputs().size() != 2 || !Set.of("Add", "Sub", "Mul", "Div").contains(node.operator())) {
            return false;
        }
        boolean first = node.inputs().get(0).equals(value);
        Constant constant = graph.constants().get(node.inputs().get(first ? 1 : 0));
        if (constant == null
                || constant.size() > 4
                || !first && !node.operator().matches("Add|Mul")) {
            return false;
        }
        double number = mean(constant.toFloats());
        switch (node.operator()) {
            case "Add" -> offset += number;
            case "Sub" -> offset -= number;
            case "Mul" -> multiply(number);
            default -> multiply(1 / number);
        }
        last = node.describe();
        return true;
    }

    private void multiply(double by) {
        factor *= by;
        offset *= by;
    }

    private Optional<Range> range() {
        double size = Math.abs(factor);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        if (size <= 0.05 || size == 1 && offset <= -50 && offset >= -200) {
            return Optional.of(new Range(255, "The network itself scales levels from 0 to 255 (" + last + ")."));
        }
        if (size >= 1.5 && size <= 10 && offset < 0) {
            return Optional.of(new Range(1, "The network itself scales values from 0 to 1 (" + last + ")."));
        }
        return Optional.empty();
    }

    /** The mean and variance that a first batch normalisation has seen in training are those of the input. */
    private Optional<Range> statistics(Node node) {
        Map<String, Constant> constants = graph.constants();
        Constant seenMean = constants.get(node.inputs().get(3));
        Constant seenVariance = constants.get(node.inputs().get(4));
        if (seenMean == null || seenVariance == null || !last.isEmpty()) {
            return range();
        }
        double mean = mean(seenMean.toFloats());
        double deviation = Math.sqrt(Math.max(0, mean(seenVariance.toFloats())));
        if (mean > 20 && deviation > 10) {
            return Optional.of(new Range(
                    255, "The first batch normalisation saw inputs around " + Math.round(mean) + " in training."));
        }
        if (mean > 0.2 && mean < 0.8 && deviation < 0.5) {
            return Optional.of(new Range(
                    1,
                    "The first batch normalisation saw inputs around " + Math.round(mean * 100) / 100.0
                            + " in training."));
        }
        return Optional.empty();
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }
}
