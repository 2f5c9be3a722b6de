package vermeer.graph;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph, immutable. Nodes are in topological order: a value is written before it is read.
 *
 * @param name the graph's name in the file
 * @param opset the version of ONNX's operator set
 * @param inputs what a run is given, without the constants
 * @param outputs what a run gives
 * @param constants values known beforehand, by name
 * @param metadata the file's key-value texts
 */
public record Graph(
        String name,
        int opset,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        List<Node> nodes,
        Map<String, Constant> constants,
        Map<String, String> metadata) {

    /** An extent that is neither known nor a multiple of the batch. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public Graph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        metadata = Map.copyOf(metadata);
    }

    public Graph withNodes(List<Node> newNodes, Map<String, Constant> newConstants) {
        return new Graph(name, opset, inputs, outputs, newNodes, newConstants, metadata);
    }

    public Graph withInputs(List<ValueInfo> newInputs) {
        return new Graph(name, opset, newInputs, outputs, nodes, constants, metadata);
    }

    public Graph withOutputs(List<ValueInfo> newOutputs) {
        return new Graph(name, opset, inputs, newOutputs, nodes, constants, metadata);
    }

    public Graph withOpset(int newOpset) {
        return new Graph(name, newOpset, inputs, outputs, nodes, constants, metadata);
    }

    public Graph withMetadata(Map<String, String> newMetadata) {
        return new Graph(name, opset, inputs, outputs, nodes, constants, newMetadata);
    }

    /** The node that writes each value. */
    public Map<String, Node> producers() {
        Map<String, Node> producers = new HashMap<>();
        for (Node node : nodes) {
            node.outputs().stream().filter(value -> !value.isEmpty()).forEach(value -> producers.put(value, node));
        }
        return producers;
    }

    /** The values that depend on {@code from} and that {@code to} depends on, both included where there is such a way. */
    public Set<String> valuesBetween(String from, String to) {
        Set<String> reached = new HashSet<>(Set.of(from));
        for (Node node : nodes) {
            if (node.inputs().stream().anyMatch(reached::contains)) {
                reached.addAll(node.outputs());
            }
        }
        Set<String> needed = new HashSet<>(Set.of(to));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(node.inputs());
            }
        }
        reached.retainAll(needed);
        return reached;
    }

    /** The part of this graph that these outputs need; nodes and constants that nothing reads are left out. */
    public Graph reachingOnly(List<ValueInfo> wanted) {
        Set<String> needed = new HashSet<>();
        wanted.forEach(value -> needed.add(value.name()));
        ArrayDeque<Node> kept = new ArrayDeque<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (node.outputs().stream().anyMatch(needed::contains)) {
                kept.addFirst(node);
                needed.addAll(node.inputs());
                node.attributes().values().forEach(attribute -> addReadInside(attribute, needed));
            }
        }
        Map<String, Constant> read = new LinkedHashMap<>(constants);
        read.keySet().retainAll(needed);
        return new Graph(name, opset, inputs, wanted, List.copyOf(kept), read, metadata);
    }

    private static void addReadInside(Attribute attribute, Set<String> needed) {
        if (attribute instanceof Attribute.Body body) {
            body.graph().nodes().forEach(node -> {
                needed.addAll(node.inputs());
                node.attributes().values().forEach(inner -> addReadInside(inner, needed));
            });
            body.graph().outputs().forEach(value -> needed.add(value.name()));
        }
    }
}
