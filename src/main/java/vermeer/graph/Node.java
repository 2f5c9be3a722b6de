package vermeer.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operator application.
 *
 * @param name for people and messages; may be empty
 * @param domain empty for ONNX's own operators
 * @param operator the operator's name, such as {@code Conv}
 * @param inputs names of values; an empty name stands for an optional input left out
 * @param outputs names of values; an empty name stands for an optional output left out
 * @param attributes the operator's settings that differ from their defaults
 */
public record Node(
        String name,
        String domain,
        String operator,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes) {

    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }

    /** A node of an ONNX operator with one output. */
    public static Node of(String operator, List<String> inputs, String output, Map<String, Attribute> attributes) {
        return new Node(output, "", operator, inputs, List.of(output), attributes);
    }

    /** The first output. */
    public String output() {
        return outputs.get(0);
    }

    /** The name of input {@code index}, or empty where it is left out. */
    public Optional<String> input(int index) {
        return index < inputs.size() && !inputs.get(index).isEmpty()
                ? Optional.of(inputs.get(index))
                : Optional.empty();
    }

    /** Attribute {@code key} as a whole number. */
    public long integer(String key, long otherwise) {
        return attributes.get(key) instanceof Attribute.Int found ? found.value() : otherwise;
    }

    /** Attribute {@code key} as a float32 number. */
    public float real(String key, float otherwise) {
        return attributes.get(key) instanceof Attribute.Real found ? found.value() : otherwise;
    }

    /** Attribute {@code key} as a text. */
    public String text(String key, String otherwise) {
        return attributes.get(key) instanceof Attribute.Text found ? found.value() : otherwise;
    }

    /** Attribute {@code key} as whole numbers, or empty where it is left out. */
    public Optional<long[]> integers(String key) {
        return attributes.get(key) instanceof Attribute.Ints found
                ? Optional.of(found.values().stream().mapToLong(Long::longValue).toArray())
                : Optional.empty();
    }

    /** Attribute {@code key} as whole numbers, or {@code count} times the same one where it is left out. */
    public long[] integers(String key, int count, long otherwise) {
        return integers(key).orElseGet(() -> {
            long[] same = new long[count];
            Arrays.fill(same, otherwise);
            return same;
        });
    }

    /** How this node is named in messages to people. */
    public String describe() {
        return operator + (name.isEmpty() ? "" : " '" + name + "'");
    }
}
