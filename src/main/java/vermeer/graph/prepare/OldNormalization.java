package vermeer.graph.prepare;

import java.util.List;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Batch and group normalization of older operator sets. */
final class OldNormalization {
    private static final float EPSILON = 1e-5f;

    private OldNormalization() {}

    /** Statistics were updated in place by more outputs; with spatial=0 each pixel has its own. */
    static void batch(Node node, int from, Draft draft) throws GraphException {
        if (from < 9 && node.integer("spatial", 1) == 0) {
            perPixel(node, draft);
            return;
        }
        draft.add(new Node(
                node.name(),
                "",
                node.operator(),
                node.inputs(),
                List.of(node.output()),
                OldAttributes.without(node, "is_test", "spatial", "momentum", "training_mode")));
    }

    /** (x - mean) / sqrt(variance + epsilon) * scale + shift. */
    private static void perPixel(Node node, Draft draft) throws GraphException {
        List<String> inputs = node.inputs();
        String epsilon = draft.constant(Constant.scalar(node.real("epsilon", EPSILON)));
        String deviation = draft.add("Sqrt", Map.of(), draft.add("Add", Map.of(), inputs.get(4), epsilon));
        String centred = draft.add("Sub", Map.of(), inputs.get(0), inputs.get(3));
        String scaled = draft.add("Mul", Map.of(), draft.add("Div", Map.of(), centred, deviation), inputs.get(1));
        draft.add(new Node(node.name(), "", "Add", List.of(scaled, inputs.get(2)), List.of(node.output()), Map.of()));
    }

    /** Until opset 21 scale and shift were given per group, since then per channel. */
    static void group(Node node, int from, Draft draft) throws GraphException {
        long channels = draft.shapes().shape(node.inputs().get(0))[1];
        long groups = node.integer("num_groups", 1);
        if (channels < 1 || groups < 1 || channels % groups != 0) {
            throw new GraphException(node.describe() + " has " + channels + " channels in " + groups + " groups.");
        }
        String scale = perChannel(node.inputs().get(1), channels, groups, draft);
        String shift = perChannel(node.inputs().get(2), channels, groups, draft);
        draft.add(OldAttributes.with(node, List.of(node.inputs().get(0), scale, shift), node.attributes()));
    }

    private static String perChannel(String value, long channels, long groups, Draft draft) throws GraphException {
        String column = draft.add("Reshape", Map.of(), value, draft.constant(Constant.integers(groups, 1)));
        String rows =
                draft.add("Expand", Map.of(), column, draft.constant(Constant.integers(groups, channels / groups)));
        return draft.add("Reshape", Map.of(), rows, draft.constant(Constant.integers(channels)));
    }
}
