package vermeer.graph.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Gives a network that takes whole numbers (pixels as bytes) and casts them to float32 a float32 input of the same values. */
final class FloatInput {
    private static final Set<String> MOVING =
            Set.of("Identity", "Reshape", "Slice", "Squeeze", "Transpose", "Unsqueeze", "Flatten", "Gather", "Shape");

    private FloatInput() {}

    /** The graph with a float32 input; {@code notices} gets a sentence where it was changed. */
    static Graph of(Graph graph, List<String> notices) throws GraphException {
        ValueInfo input = graph.inputs().get(0);
        if (input.type() == ElementType.FLOAT) {
            return graph;
        }
        Set<String> whole = new HashSet<>(Set.of(input.name()));
        Graph floating = graph.withInputs(List.of(new ValueInfo(input.name(), ElementType.FLOAT, input.shape())));
        Draft draft = new Draft(floating);
        for (Node original : graph.nodes()) {
            Node node = draft.current(original);
            // A cast value is replaced by the input itself, so only the node as it was shows what it reads.
            if (original.inputs().stream().noneMatch(whole::contains)) {
                draft.add(node);
            } else {
                boolean first = whole.contains(original.inputs().get(0));
                pass(node, first, whole, draft, input.type());
            }
        }
        notices.add("The network takes " + name(input.type()) + " pixels; it is fed the same values as float32.");
        return draft.finish();
    }

    private static void pass(Node node, boolean first, Set<String> whole, Draft draft, ElementType type)
            throws GraphException {
        String operator = node.operator();
        if (first && operator.equals("Cast") && node.integer("to", 0) == ElementType.FLOAT.code()) {
            draft.add(node);
        } else if (first && operator.equals("DequantizeLinear")) {
            dequantize(node, draft);
        } else if (first && MOVING.contains(operator)) {
            if (!operator.equals("Shape")) {
                whole.add(node.output());
            }
            draft.add(node);
        } else {
            throw new GraphException("The network takes " + name(type) + " and computes with it in whole numbers ("
                    + node.describe() + "); export it with float32 input.");
        }
    }

    /** (x - zero point) * scale. */
    private static void dequantize(Node node, Draft draft) throws GraphException {
        String value = node.inputs().get(0);
        if (node.input(2).isPresent()) {
            Map<String, Attribute> toFloat = Map.of("to", new Attribute.Int(1));
            value = draft.add(
                    "Sub",
                    Map.of(),
                    value,
                    draft.add("Cast", toFloat, node.inputs().get(2)));
        }
        draft.add(new Node(
                node.name(), "", "Mul", List.of(value, node.inputs().get(1)), List.of(node.output()), Map.of()));
    }

    private static String name(ElementType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
