package vermeer.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that every value is written once, before it is read, and puts nodes in order. */
final class GraphCheck {
    private static final Set<String> DOMAINS = Set.of("", "ai.onnx");

    private GraphCheck() {}

    /** The same graph with its nodes in topological order, in the file's order where that is one. */
    static Graph checked(Graph graph) throws GraphException {
        return checked(graph, Set.of());
    }

    private static Graph checked(Graph graph, Set<String> outside) throws GraphException {
        Set<String> known = new HashSet<>(outside);
        known.addAll(graph.constants().keySet());
        graph.inputs().forEach(input -> known.add(input.name()));
        if (graph.outputs().isEmpty()) {
            throw new GraphException("its network has no output");
        }
        refuseForeign(graph);
        Graph sorted = graph.withNodes(sorted(graph, known), graph.constants());
        sorted = withCheckedBodies(sorted, known);
        for (ValueInfo output : sorted.outputs()) {
            if (!known.contains(output.name())) {
                throw new GraphException("its output '" + output.name() + "' is never computed");
            }
        }
        return sorted;
    }

    private static void refuseForeign(Graph graph) throws GraphException {
        for (Node node : graph.nodes()) {
            if (!DOMAINS.contains(node.domain())) {
                throw new GraphException("its operator " + node.operator() + " belongs to '" + node.domain()
                        + "', not to ONNX; export the network with ONNX's own operators (without a runtime's"
                        + " optimisation)");
            }
        }
    }

    /** Kahn's algorithm with a queue in file order; adds what the nodes write to {@code known}. */
    private static List<Node> sorted(Graph graph, Set<String> known) throws GraphException {
        Set<String> written = new HashSet<>();
        for (Node node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (!output.isEmpty() && (known.contains(output) || !written.add(output))) {
                    throw new GraphException("its value '" + output + "' is written twice");
                }
            }
        }
        Map<String, List<Integer>> readers = new HashMap<>();
        int[] missing = new int[graph.nodes().size()];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < missing.length; i++) {
            for (String read : reads(graph.nodes().get(i))) {
                if (written.contains(read)) {
                    missing[i]++;
                    readers.computeIfAbsent(read, key -> new ArrayList<>()).add(i);
                } else if (!known.contains(read)) {
                    throw new GraphException(
                            graph.nodes().get(i).describe() + " reads '" + read + "', which nothing computes");
                }
            }
        }
        List<Node> sorted = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                ready.add(i);
            }
            while (!ready.isEmpty()) {
                Node node = graph.nodes().get(ready.poll());
                sorted.add(node);
                for (String output : node.outputs()) {
                    for (int reader : readers.getOrDefault(output, List.of())) {
                        if (--missing[reader] == 0 && reader <= i) {
                            ready.add(reader);
                        }
                    }
                }
            }
        }
        if (sorted.size() < missing.length) {
            throw new GraphException("its nodes read each other's results in a circle");
        }
        written.forEach(known::add);
        return sorted;
    }

    /** What a node reads, the graphs inside it included. */
    private static Set<String> reads(Node node) {
        Set<String> reads = new HashSet<>(node.inputs());
        for (Attribute attribute : node.attributes().values()) {
            if (attribute instanceof Attribute.Body body) {
                reads.addAll(free(body.graph()));
            }
        }
        reads.remove("");
        return reads;
    }

    /** What a graph reads from outside. */
    private static Set<String> free(Graph graph) {
        Set<String> reads = new HashSet<>();
        Set<String> inside = new HashSet<>(graph.constants().keySet());
        graph.inputs().forEach(input -> inside.add(input.name()));
        for (Node node : graph.nodes()) {
            reads.addAll(reads(node));
            inside.addAll(node.outputs());
        }
        graph.outputs().forEach(output -> reads.add(output.name()));
        reads.removeAll(inside);
        return reads;
    }

    private static Graph withCheckedBodies(Graph graph, Set<String> known) throws GraphException {
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Map<String, Attribute> attributes = new HashMap<>(node.attributes());
            for (Map.Entry<String, Attribute> entry : attributes.entrySet()) {
                if (entry.getValue() instanceof Attribute.Body body) {
                    entry.setValue(new Attribute.Body(checked(body.graph(), known)));
                }
            }
            nodes.add(new Node(node.name(), node.domain(), node.operator(), node.inputs(), node.outputs(), attributes));
        }
        return graph.withNodes(nodes, graph.constants());
    }
}
