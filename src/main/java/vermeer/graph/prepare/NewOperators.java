package vermeer.graph.prepare;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Operators that are newer than the fixed set, said in it. */
final class NewOperators {

    private NewOperators() {}

    /** Opset 24: x * sigmoid(alpha * x). */
    static void swish(Node node, int from, Draft draft) throws GraphException {
        String x = node.inputs().get(0);
        float alpha = node.real("alpha", 1);
        String inner = alpha == 1 ? x : draft.add("Mul", Map.of(), x, draft.constant(Constant.scalar(alpha)));
        String gate = draft.add("Sigmoid", Map.of(), inner);
        draft.add(new Node(node.name(), "", "Mul", List.of(x, gate), node.outputs(), Map.of()));
    }

    /** Opset 23: x / sqrt(mean(x * x) + epsilon) * scale, over the axes from {@code axis} on. */
    static void rmsNormalization(Node node, int from, Draft draft) throws GraphException {
        String x = node.inputs().get(0);
        int rank = draft.shapes().shape(x).length;
        long axis = node.integer("axis", -1);
        long[] axes = LongStream.range(axis < 0 ? axis + rank : axis, rank).toArray();
        String square = draft.add("Mul", Map.of(), x, x);
        String mean = draft.add(
                "ReduceMean",
                Map.of("keepdims", new Attribute.Int(1)),
                square,
                draft.constant(Constant.integers(axes)));
        String epsilon = draft.constant(Constant.scalar(node.real("epsilon", 1e-5f)));
        String root = draft.add("Sqrt", Map.of(), draft.add("Add", Map.of(), mean, epsilon));
        String scaled = draft.add("Div", Map.of(), x, root);
        draft.add(new Node(node.name(), "", "Mul", List.of(scaled, node.inputs().get(1)), node.outputs(), Map.of()));
    }
}
