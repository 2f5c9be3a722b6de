package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.BatchValue;

/** Nodes that compute whole numbers from the batch size: Shape of the input, times, plus. */
final class BatchNodes {
    /** How the names of these nodes begin, so that folding leaves them alone. */
    static final String NAME = "vermeer/batch_";

    private BatchNodes() {}

    /** Adds the nodes and returns the value's name. */
    static String add(Draft draft, BatchValue value) throws GraphException {
        String input = draft.source().inputs().get(0).name();
        Map<String, Attribute> first = Map.of("start", new Attribute.Int(0), "end", new Attribute.Int(1));
        String result = node(draft, "Shape", first, input);
        if (Arrays.stream(value.perBatch()).anyMatch(slope -> slope != 1)) {
            result = node(draft, "Mul", Map.of(), result, vector(draft, value.perBatch()));
        }
        if (Arrays.stream(value.fixed()).anyMatch(fixed -> fixed != 0)) {
            result = node(draft, "Add", Map.of(), result, vector(draft, value.fixed()));
        }
        if (value.shape().length != 1 || value.shape()[0] != draft.shapes().shape(result)[0]) {
            result = shaped(draft, result, value);
        }
        return value.type() == ElementType.INT64
                ? result
                : node(
                        draft,
                        "Cast",
                        Map.of("to", new Attribute.Int(value.type().code())),
                        result);
    }

    /** Several equal elements come from one; a scalar loses its axis. */
    private static String shaped(Draft draft, String vector, BatchValue value) throws GraphException {
        String wide = vector;
        if (value.fixed().length != draft.shapes().shape(vector)[0]) {
            wide = node(draft, "Expand", Map.of(), vector, vector(draft, value.fixed().length));
        }
        return value.shape().length == 1
                ? wide
                : node(draft, "Reshape", Map.of(), wide, draft.constant(Constant.integers(value.shape())));
    }

    private static String vector(Draft draft, long... values) {
        return draft.constant(Constant.integers(values));
    }

    private static String node(Draft draft, String operator, Map<String, Attribute> attributes, String... inputs)
            throws GraphException {
        String output = draft.fresh("batch");
        draft.add(new Node(output, "", operator, List.of(inputs), List.of(output), attributes));
        return output;
    }
}
