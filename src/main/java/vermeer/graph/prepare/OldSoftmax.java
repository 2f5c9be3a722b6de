package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Until opset 13 softmax worked over all axes from {@code axis} (by default 1) on, as if they were one. */
final class OldSoftmax {

    private OldSoftmax() {}

    static void upgrade(Node node, int from, Draft draft) throws GraphException {
        String input = node.inputs().get(0);
        long[] shape = draft.shapes().shape(input);
        int axis = (int) node.integer("axis", 1);
        axis = axis < 0 ? axis + shape.length : axis;
        boolean one = axis < shape.length
                && Arrays.stream(shape, axis + 1, shape.length).allMatch(extent -> extent == 1);
        if (one) {
            draft.add(OldAttributes.with(node, node.inputs(), Map.of("axis", new Attribute.Int(axis))));
            return;
        }
        String flat = draft.add("Flatten", Map.of("axis", new Attribute.Int(axis)), input);
        String soft = draft.add(node.operator(), Map.of("axis", new Attribute.Int(1)), flat);
        draft.add(new Node(
                node.name(),
                "",
                "Reshape",
                List.of(soft, target(shape, input, draft)),
                List.of(node.output()),
                Map.of()));
    }

    private static String target(long[] shape, String input, Draft draft) throws GraphException {
        long[] constant = Folding.target(new long[0], shape);
        return constant.length > 0 ? draft.constant(Constant.integers(constant)) : draft.add("Shape", Map.of(), input);
    }
}
