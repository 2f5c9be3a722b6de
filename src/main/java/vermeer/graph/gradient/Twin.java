package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * A second copy of the part of a graph that depends on its first input, fed from another value.
 *
 * @param names the copy's name of every copied value, by the original's
 * @param nodes the copied nodes, in topological order
 */
record Twin(Map<String, String> names, List<Node> nodes) {

    Twin {
        names = Map.copyOf(names);
        nodes = List.copyOf(nodes);
    }

    /**
     * Copies what depends on the input.
     *
     * @param source the value that the copy reads instead of the graph's first input
     * @throws GraphException where a copied node holds a graph of its own
     */
    static Twin of(Graph graph, String source) throws GraphException {
        Map<String, String> names = new HashMap<>();
        names.put(graph.inputs().get(0).name(), source);
        Set<String> taken = taken(graph);
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.attributes().values().stream().anyMatch(Attribute.Body.class::isInstance)) {
                throw new GraphException(
                        "The operator " + node.describe() + " holds a graph of its own, which cannot be copied.");
            }
            if (node.inputs().stream().anyMatch(names::containsKey)) {
                for (String output : node.outputs()) {
                    if (!output.isEmpty()) {
                        names.put(output, unused(source + "/" + output, taken));
                    }
                }
                nodes.add(renamed(node, names));
            }
        }
        return new Twin(names, nodes);
    }

    /** The copy's value that stands for one of the original; that itself where it does not depend on the input. */
    String of(String value) {
        return names.getOrDefault(value, value);
    }

    /** The copy's node that stands for one of the original. */
    Node of(Node node) {
        return renamed(node, names);
    }

    private static Node renamed(Node node, Map<String, String> names) {
        return new Node(
                node.name(),
                node.domain(),
                node.operator(),
                node.inputs().stream()
                        .map(value -> names.getOrDefault(value, value))
                        .toList(),
                node.outputs().stream()
                        .map(value -> names.getOrDefault(value, value))
                        .toList(),
                node.attributes());
    }

    /** Every name of the graph, none of which the copy may use. */
    static Set<String> taken(Graph graph) {
        Set<String> taken = new LinkedHashSet<>(graph.constants().keySet());
        graph.inputs().forEach(input -> taken.add(input.name()));
        graph.nodes().forEach(node -> taken.addAll(node.outputs()));
        return taken;
    }

    /** A name that is not taken yet; it is from now on. */
    static String unused(String wish, Set<String> taken) {
        String name = wish;
        for (int i = 1; !taken.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }
}
