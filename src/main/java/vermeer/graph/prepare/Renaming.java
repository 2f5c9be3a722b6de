package vermeer.graph.prepare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Gives values other names, inside nested graphs too. */
final class Renaming {

    private Renaming() {}

    static Node apply(Node node, Map<String, String> names) {
        if (names.isEmpty()) {
            return node;
        }
        Map<String, Attribute> attributes = new HashMap<>();
        node.attributes().forEach((key, value) -> attributes.put(key, apply(value, names)));
        List<String> inputs = node.inputs().stream()
                .map(name -> names.getOrDefault(name, name))
                .toList();
        List<String> outputs = node.outputs().stream()
                .map(name -> names.getOrDefault(name, name))
                .toList();
        return new Node(node.name(), node.domain(), node.operator(), inputs, outputs, attributes);
    }

    static Graph apply(Graph graph, Map<String, String> names) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        graph.constants().forEach((name, constant) -> constants.put(names.getOrDefault(name, name), constant));
        List<ValueInfo> outputs = graph.outputs().stream()
                .map(value ->
                        new ValueInfo(names.getOrDefault(value.name(), value.name()), value.type(), value.shape()))
                .toList();
        List<Node> nodes =
                graph.nodes().stream().map(node -> apply(node, names)).toList();
        return graph.withOutputs(outputs).withNodes(nodes, constants);
    }

    private static Attribute apply(Attribute attribute, Map<String, String> names) {
        return attribute instanceof Attribute.Body body ? new Attribute.Body(apply(body.graph(), names)) : attribute;
    }
}
