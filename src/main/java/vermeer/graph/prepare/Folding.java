package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.BatchValue;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

/**
 * Takes away what does not depend on the picture: shape arithmetic as exporters write it, small constant parts, branches whose
 * condition is known, nodes that do nothing in inference. A reshape whose target was computed from the batch size gets a constant
 * target that fits every batch size; whatever else depends on the batch size is computed from it in three nodes.
 */
public final class Folding {
    private static final Set<String> DOING_NOTHING = Set.of("Identity", "Dropout");

    private final Draft draft;

    private Folding(Draft draft) {
        this.draft = draft;
    }

    /** The folded graph; of the fixed operator set. */
    public static Graph fold(Graph graph) throws GraphException {
        Folding folding = new Folding(new Draft(graph));
        for (Node node : graph.nodes()) {
            folding.visit(node);
        }
        return folding.draft.finish();
    }

    private void visit(Node original) throws GraphException {
        Node node = draft.current(original);
        Optional<Graph> branch = Branches.taken(node, draft);
        if (branch.isPresent()) {
            for (Node inner : branch.get().nodes()) {
                visit(inner);
            }
            Branches.connect(node, branch.get(), draft);
        } else if (DOING_NOTHING.contains(node.operator()) || castsToSame(node)) {
            draft.replace(node.output(), node.inputs().get(0));
        } else if (node.operator().equals("BatchNormalization")) {
            draft.add(inference(node));
        } else {
            fold(node);
        }
    }

    private void fold(Node node) throws GraphException {
        Shapes probe = draft.shapes();
        probe.add(node);
        List<Optional<Constant>> values =
                node.outputs().stream().map(probe::constant).toList();
        if (!values.isEmpty() && values.stream().allMatch(Optional::isPresent)) {
            for (int i = 0; i < values.size(); i++) {
                draft.constant(node.outputs().get(i), values.get(i).get());
            }
        } else if (node.operator().equals("Reshape")) {
            draft.add(reshape(node));
        } else if (keepsShape(node)) {
            draft.replace(node.output(), node.inputs().get(0));
        } else {
            Optional<BatchValue> value = probe.batchValue(node.output());
            if (value.isPresent() && !node.name().startsWith(BatchNodes.NAME)) {
                draft.replace(node.output(), BatchNodes.add(draft, value.get()));
            } else {
                draft.add(node);
            }
        }
    }

    private boolean castsToSame(Node node) throws GraphException {
        String input = node.inputs().isEmpty() ? "" : node.inputs().get(0);
        return node.operator().equals("Cast")
                && draft.shapes().find(input).isPresent()
                && draft.shapes().type(input).code() == node.integer("to", 1);
    }

    /** Expanding to the shape that a value has, or padding by nothing. */
    private boolean keepsShape(Node node) throws GraphException {
        boolean expands = node.operator().equals("Expand");
        boolean padsNothing = node.operator().equals("Pad")
                && draft.shapes()
                        .constant(node.inputs().get(1))
                        .map(pads -> Arrays.stream(pads.toIntegers()).allMatch(pad -> pad == 0))
                        .orElse(false);
        Shapes shapes = draft.shapes();
        return padsNothing
                || expands
                        && shapes.known(node.output())
                        && shapes.known(node.inputs().get(0))
                        && Arrays.equals(
                                shapes.shape(node.output()),
                                shapes.shape(node.inputs().get(0)));
    }

    private static Node inference(Node node) {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        attributes.keySet().removeAll(Set.of("training_mode", "momentum"));
        return new Node(node.name(), "", node.operator(), node.inputs(), List.of(node.output()), attributes);
    }

    /** The reshape with a constant target, where one fits every batch size: 0 copies an extent, -1 is worked out. */
    private Node reshape(Node node) throws GraphException {
        Shapes shapes = draft.shapes();
        if (!shapes.known(node.output())
                || shapes.constant(node.inputs().get(1)).isPresent()) {
            return node;
        }
        long[] from =
                shapes.find(node.inputs().get(0)).map(found -> found.shape()).orElse(new long[0]);
        long[] target = target(from, shapes.shape(node.output()));
        if (target.length == 0) {
            return node;
        }
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        attributes.remove("allowzero");
        String constant = draft.constant(Constant.integers(target));
        List<String> inputs = List.of(node.inputs().get(0), constant);
        return new Node(node.name(), "", "Reshape", inputs, node.outputs(), attributes);
    }

    /** Empty where no constant target fits every batch size. */
    static long[] target(long[] from, long[] to) {
        long[] target = to.clone();
        int open = 0;
        for (int i = 0; i < target.length; i++) {
            if (target[i] < 0) {
                boolean copied = i < from.length && from[i] == target[i];
                open += copied ? 0 : 1;
                target[i] = copied ? 0 : -1;
            } else if (target[i] == 0) {
                return new long[0];
            }
        }
        return open <= 1 && Extents.known(to) ? target : new long[0];
    }
}
