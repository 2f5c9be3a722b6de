package vermeer.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.graph.shape.TensorType;

/** How many pictures' inner values fit into memory at once. */
final class BatchMemory {
    /** For the inner values of one run; with weights and window the whole stays below 900 MB on common networks. */
    static final long BUDGET = 384L << 20;

    private BatchMemory() {}

    /** The largest batch whose inner values fit into the budget; at least 1. */
    static int largestBatch(Graph graph) {
        try {
            return (int) Math.max(1, Math.min(Integer.MAX_VALUE, BUDGET / Math.max(1, peak(graph))));
        } catch (GraphException unknown) {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * The most bytes of inner values that are alive at once, for each picture: a value is alive from the node that writes it
     * to the last one that reads it, or to the end where it is an output. What the runtime saves by working in place is not
     * counted.
     */
    static long peak(Graph graph) throws GraphException {
        Shapes shapes = Shapes.infer(graph);
        Map<String, Integer> lastRead = new HashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            for (String input : graph.nodes().get(i).inputs()) {
                lastRead.put(input, i);
            }
        }
        graph.outputs().forEach(output -> lastRead.put(output.name(), Integer.MAX_VALUE));
        long alive = 0;
        for (ValueInfo input : graph.inputs()) {
            alive += bytes(shapes.find(input.name()));
        }
        long peak = alive;
        for (int i = 0; i < graph.nodes().size(); i++) {
            Node node = graph.nodes().get(i);
            for (String output : node.outputs()) {
                alive += lastRead.containsKey(output) ? bytes(shapes.find(output)) : 0;
            }
            peak = Math.max(peak, alive);
            for (String input : node.inputs().stream().distinct().toList()) {
                boolean ends = lastRead.get(input) == i && !graph.constants().containsKey(input);
                alive -= ends ? bytes(shapes.find(input)) : 0;
            }
        }
        return peak;
    }

    /** A value's bytes for each picture; 0 where it does not grow with the batch or is not known. */
    private static long bytes(Optional<TensorType> type) {
        if (type.isEmpty()) {
            return 0;
        }
        long size = type.get().type().bytes();
        boolean grows = false;
        for (long extent : type.get().shape()) {
            if (extent == Graph.UNKNOWN) {
                return 0;
            }
            grows |= extent < 0;
            size *= Math.abs(extent);
        }
        return grows ? size : 0;
    }
}
