package vermeer.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/** Looks for the logits: what stands before the softmax or sigmoid that a graph ends in. */
final class HeadFinder {
    /** Operators that move values but do not change them. */
    private static final Set<String> PLUMBING =
            Set.of("Reshape", "Flatten", "Identity", "Squeeze", "Unsqueeze", "Dropout", "Cast");

    private final Map<String, Node> producers;

    HeadFinder(Graph graph) {
        producers = graph.producers();
    }

    /**
     * @param logits the value to explain
     * @param ending the operator that the graph ends in after the logits; empty where it ends in them
     */
    record Found(String logits, Optional<String> ending) {}

    /** The logits behind an output. */
    Found find(String output) {
        Node last = producers.get(output);
        while (last != null && last.domain().isEmpty() && PLUMBING.contains(last.operator())) {
            last = producers.get(last.inputs().get(0));
        }
        if (last == null || !last.domain().isEmpty()) {
            return new Found(output, Optional.empty());
        }
        return switch (last.operator()) {
            case "Softmax", "LogSoftmax", "Sigmoid" -> new Found(last.inputs().get(0), Optional.of(last.operator()));
            case "Div" ->
                softmaxInParts(last)
                        .map(logits -> new Found(logits, Optional.of("Softmax")))
                        .orElse(new Found(output, Optional.empty()));
            default -> new Found(output, Optional.empty());
        };
    }

    /** The logits z of {@code exp(z - max z) / sum exp(z - max z)}, as some exporters write a softmax. */
    private Optional<String> softmaxInParts(Node division) {
        Node exponential = producers.get(division.inputs().get(0));
        Node sum = producers.get(division.inputs().get(1));
        boolean softmax = is(exponential, "Exp")
                && is(sum, "ReduceSum")
                && sum.inputs().get(0).equals(exponential.output());
        if (!softmax) {
            return Optional.empty();
        }
        String inside = exponential.inputs().get(0);
        Node shift = producers.get(inside);
        if (is(shift, "Sub")) {
            Node max = producers.get(shift.inputs().get(1));
            if (is(max, "ReduceMax")
                    && max.inputs().get(0).equals(shift.inputs().get(0))) {
                return Optional.of(shift.inputs().get(0));
            }
        }
        return Optional.of(inside);
    }

    private static boolean is(Node node, String operator) {
        return node != null && node.domain().isEmpty() && node.operator().equals(operator);
    }
}
