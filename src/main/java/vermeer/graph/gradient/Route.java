package vermeer.graph.gradient;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * The part of a graph through which gradients pass: what lies between the values that a gradient is wanted of and the
 * differentiated output. Whole numbers and truth values carry no gradient.
 *
 * @param values the values whose gradient is wanted or passes on to one that is wanted
 * @param backwards the nodes between, last first
 */
record Route(Set<String> values, List<Node> backwards) {

    private static final Set<ElementType> CONTINUOUS =
            EnumSet.of(ElementType.FLOAT, ElementType.DOUBLE, ElementType.FLOAT16, ElementType.BFLOAT16);

    /** The route from {@code output} back to {@code wanted}. */
    static Route between(Graph graph, Shapes shapes, Collection<String> wanted, String output) {
        Set<String> downstream = new HashSet<>(wanted);
        for (Node node : graph.nodes()) {
            if (reads(node).anyMatch(downstream::contains)) {
                node.outputs().stream()
                        .filter(value -> !value.isEmpty() && (isContinuous(shapes, value) || isQuantised(node)))
                        .forEach(downstream::add);
            }
        }
        Set<String> upstream = new HashSet<>(Set.of(output));
        Deque<Node> route = new ArrayDeque<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            boolean passes =
                    node.outputs().stream().anyMatch(value -> upstream.contains(value) && downstream.contains(value))
                            && reads(node).anyMatch(downstream::contains);
            if (passes) {
                route.addLast(node);
                reads(node).filter(downstream::contains).forEach(upstream::add);
            }
        }
        return new Route(Set.copyOf(downstream), List.copyOf(route));
    }

    /** Also what a graph in a node's attribute reads from outside. */
    private static Stream<String> reads(Node node) {
        Stream<String> inside = node.attributes().values().stream()
                .filter(Attribute.Body.class::isInstance)
                .flatMap(body -> ((Attribute.Body) body).graph().nodes().stream())
                .flatMap(Route::reads);
        return Stream.concat(node.inputs().stream(), inside).filter(value -> !value.isEmpty());
    }

    /** A value of unknown type counts as continuous, so that what makes it is asked for its rule. */
    private static boolean isContinuous(Shapes shapes, String value) {
        return shapes.find(value)
                .map(found -> CONTINUOUS.contains(found.type()))
                .orElse(true);
    }

    /** Quantised numbers stand for continuous ones. */
    private static boolean isQuantised(Node node) {
        return node.operator().equals("QuantizeLinear");
    }
}
