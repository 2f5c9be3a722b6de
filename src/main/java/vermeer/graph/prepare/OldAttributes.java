package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Settings that became inputs, got another default, or went away. */
final class OldAttributes {

    private OldAttributes() {}

    /** Until opset 6 many operators could overwrite their input. */
    static Node withoutConsumedInputs(Node node) {
        return node.attributes().containsKey("consumed_inputs")
                ? with(node, node.inputs(), without(node, "consumed_inputs"))
                : node;
    }

    /** Whole numbers that became input {@code index}. */
    static UpgradeRule toInput(String key, int index) {
        return (node, from, draft) -> draft.add(toInput(node, key, index, draft));
    }

    private static Node toInput(Node node, String key, int index, Draft draft) {
        Optional<long[]> values = numbers(node, key);
        if (values.isEmpty()) {
            return node;
        }
        return with(node, placed(node, index, draft.constant(Constant.integers(values.get()))), without(node, key));
    }

    static UpgradeRule withDefault(String key, long value) {
        return (node, from, draft) -> {
            Map<String, Attribute> attributes = new HashMap<>(node.attributes());
            attributes.putIfAbsent(key, new Attribute.Int(value));
            draft.add(with(node, node.inputs(), attributes));
        };
    }

    /** Until opset 6 the type was a name. */
    static void castByName(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (attributes.get("to") instanceof Attribute.Text name) {
            attributes.put("to", new Attribute.Int(typeNamed(node, name.value()).code()));
        }
        draft.add(with(node, node.inputs(), attributes));
    }

    private static ElementType typeNamed(Node node, String name) throws GraphException {
        return switch (name) {
            case "FLOAT", "FLOAT16", "DOUBLE" -> ElementType.FLOAT;
            case "INT64", "INT32", "INT16", "INT8", "UINT8", "UINT16", "UINT32", "UINT64", "BOOL" ->
                ElementType.valueOf(name);
            default -> throw new GraphException(node.describe() + " makes " + name + ", which is not supported.");
        };
    }

    static void clip(Node node, int from, Draft draft) throws GraphException {
        String low = bound(node, "min", draft);
        String high = bound(node, "max", draft);
        draft.add(with(node, List.of(node.inputs().get(0), low, high), without(node, "min", "max")));
    }

    private static String bound(Node node, String key, Draft draft) {
        return node.attributes().containsKey(key) ? draft.constant(Constant.scalar(node.real(key, 0))) : "";
    }

    static void dropout(Node node, int from, Draft draft) throws GraphException {
        draft.add(with(node, List.of(node.inputs().get(0)), without(node, "ratio", "is_test")));
    }

    /** Opset 1 calls the pads "paddings". */
    static void pad(Node node, int from, Draft draft) throws GraphException {
        Optional<long[]> pads = numbers(node, "pads").or(() -> numbers(node, "paddings"));
        if (pads.isEmpty()) {
            throw new GraphException(node.describe() + " does not say how far it pads.");
        }
        List<String> inputs = new ArrayList<>(List.of(node.inputs().get(0)));
        inputs.add(draft.constant(Constant.integers(pads.get())));
        if (node.attributes().containsKey("value")) {
            inputs.add(draft.constant(Constant.scalar(node.real("value", 0))));
        }
        draft.add(with(node, inputs, without(node, "pads", "paddings", "value")));
    }

    static void scatter(Node node, int from, Draft draft) throws GraphException {
        draft.add(new Node(node.name(), "", "ScatterElements", node.inputs(), node.outputs(), node.attributes()));
    }

    /** Opset 1 rounded the two constants otherwise. */
    static void selu(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = without(node);
        attributes.putIfAbsent("alpha", new Attribute.Real(1.6732f));
        attributes.putIfAbsent("gamma", new Attribute.Real(1.0507f));
        draft.add(with(node, node.inputs(), attributes));
    }

    static void slice(Node node, int from, Draft draft) throws GraphException {
        List<String> inputs = new ArrayList<>(List.of(node.inputs().get(0)));
        for (String key : List.of("starts", "ends", "axes")) {
            numbers(node, key).ifPresent(values -> inputs.add(draft.constant(Constant.integers(values))));
        }
        draft.add(with(node, inputs, without(node, "starts", "ends", "axes")));
    }

    static void splitByAttribute(Node node, int from, Draft draft) throws GraphException {
        split(toInput(node, "split", 1, draft), from, draft);
    }

    /** Since opset 18 equal parts are asked for by their number. */
    static void split(Node node, int from, Draft draft) throws GraphException {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        if (node.input(1).isEmpty()) {
            attributes.put("num_outputs", new Attribute.Int(node.outputs().size()));
        }
        draft.add(with(node, node.inputs(), attributes));
    }

    /** Until opset 6 one axis was repeated: inputs x, tiles, axis. */
    static void tile(Node node, int from, Draft draft) throws GraphException {
        Optional<Constant> tiles = draft.shapes().constant(node.inputs().get(1));
        Optional<Constant> axis = draft.shapes().constant(node.inputs().get(2));
        if (tiles.isEmpty() || axis.isEmpty()) {
            throw new GraphException(node.describe() + " repeats by numbers that are not in the file.");
        }
        long[] repeats = new long[draft.shapes().shape(node.inputs().get(0)).length];
        Arrays.fill(repeats, 1);
        repeats[(int) axis.get().toFloats()[0]] = (long) tiles.get().toFloats()[0];
        String vector = draft.constant(Constant.integers(repeats));
        draft.add(with(node, List.of(node.inputs().get(0), vector), Map.of()));
    }

    static Node with(Node node, List<String> inputs, Map<String, Attribute> attributes) {
        return new Node(node.name(), "", node.operator(), inputs, node.outputs(), attributes);
    }

    static Map<String, Attribute> without(Node node, String... keys) {
        Map<String, Attribute> attributes = new HashMap<>(node.attributes());
        attributes.keySet().removeAll(List.of(keys));
        return attributes;
    }

    private static List<String> placed(Node node, int index, String value) {
        List<String> inputs = new ArrayList<>(node.inputs());
        while (inputs.size() <= index) {
            inputs.add("");
        }
        inputs.set(index, value);
        return inputs;
    }

    private static Optional<long[]> numbers(Node node, String key) {
        return node.attributes().get(key) instanceof Attribute.Int one
                ? Optional.of(new long[] {one.value()})
                : node.integers(key);
    }
}
