package vermeer.train.cut;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/**
 * The part of a backbone that is trained.
 *
 * @param graph from the cut to the features; without nodes where only the head is trained
 * @param groups the names of the weights by depth: the first group lies nearest to the head. A new group begins at every
 *     value that all paths pass, so a group is a layer or a block
 */
public record Tail(Graph graph, List<List<String>> groups) {

    public Tail {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** The tail from a cut on. */
    public static Tail of(Backbone backbone, String cut) throws GraphException {
        Graph whole = backbone.graph();
        Set<String> needed = new HashSet<>(Set.of(backbone.features()));
        List<Node> nodes = new ArrayList<>();
        for (int i = whole.nodes().size() - 1; i >= 0; i--) {
            Node node = whole.nodes().get(i);
            if (!node.outputs().contains(cut) && node.outputs().stream().anyMatch(needed::contains)) {
                nodes.add(node);
                needed.addAll(node.inputs());
            }
        }
        if (cut.equals(backbone.features())) {
            nodes.clear();
        }
        Collections.reverse(nodes);
        Map<String, Constant> constants = new LinkedHashMap<>(whole.constants());
        constants.keySet().retainAll(needed);
        ValueInfo input =
                new ValueInfo(cut, ElementType.FLOAT, backbone.shapes().shape(cut));
        Graph graph =
                new Graph(whole.name(), whole.opset(), List.of(input), whole.outputs(), nodes, constants, Map.of());
        return of(graph);
    }

    /** A tail as it was written to a file. */
    public static Tail of(Graph graph) throws GraphException {
        if (graph.nodes().isEmpty()) {
            return new Tail(graph, List.of());
        }
        Set<String> borders = new HashSet<>(Passage.values(
                graph, Shapes.infer(graph), graph.outputs().get(0).name()));
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            if (borders.contains(node.output()) && !group.isEmpty()) {
                groups.add(group);
                group = new ArrayList<>();
            }
            Weights.of(node, graph).stream().filter(known::add).forEach(group::add);
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return new Tail(graph, groups);
    }

    /** The value that the tail reads, cached for every picture. */
    public ValueInfo input() {
        return graph.inputs().get(0);
    }

    /** The value of the features. */
    public String features() {
        return graph.outputs().get(0).name();
    }

    /** All weights, nearest to the head first. */
    public List<String> weights() {
        return groups.stream().flatMap(List::stream).toList();
    }
}
