package vermeer.train.cut;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/**
 * The values that every path from a graph's input to one of its values passes: its articulation points. Such a value is known
 * by being the only one that is still to be read right after it is written, in any topological order.
 */
final class Passage {

    private Passage() {}

    /** The float32 values that every path from the first input to {@code end} passes, both included, in order. */
    static List<String> values(Graph graph, Shapes shapes, String end) {
        String input = graph.inputs().get(0).name();
        Set<String> route = graph.valuesBetween(input, end);
        Map<String, Integer> lastRead = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            if (node.outputs().stream().anyMatch(route::contains)) {
                int at = i;
                node.inputs().stream().filter(route::contains).forEach(value -> lastRead.put(value, at));
            }
        }
        lastRead.put(end, Integer.MAX_VALUE);
        List<String> passed = new ArrayList<>();
        Set<String> live = new HashSet<>(Set.of(input));
        add(passed, input, live, shapes);
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            int at = i;
            List<String> written =
                    node.outputs().stream().filter(route::contains).toList();
            if (!written.isEmpty()) {
                live.addAll(written);
                live.removeIf(value -> lastRead.getOrDefault(value, -1) <= at);
                add(passed, written.get(0), live, shapes);
            }
        }
        return passed;
    }

    private static void add(List<String> passed, String value, Set<String> live, Shapes shapes) {
        boolean plain = shapes.find(value)
                .map(found -> found.type() == ElementType.FLOAT && found.shape().length > 1 && found.shape()[0] == -1)
                .orElse(false);
        if (plain && live.size() == 1 && live.contains(value)) {
            passed.add(value);
        }
    }
}
