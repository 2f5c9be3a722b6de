package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/**
 * Writes a strided view that moves nothing as the reshape that it is. PyTorch's exporter says {@code as_strided}, which stands
 * behind every mean over rows and columns, by flattening all pictures into one vector and gathering places computed from the
 * batch size; a gather along the batch has no gradient rule, as others of its kind mix pictures.
 */
final class StridedViews {
    /** Places are linear in the batch size, so two batches settle that they are in order for all. */
    private static final long[] BATCHES = {2, 3};

    private StridedViews() {}

    /** @param graph of the fixed operator set, with a free or a fixed batch */
    static Graph written(Graph graph) throws GraphException {
        Map<String, Node> producers = graph.producers();
        if (graph.nodes().stream().noneMatch(node -> flattened(node, producers).isPresent())) {
            return graph;
        }
        List<Shapes> known = new ArrayList<>();
        for (long batch : batches(graph)) {
            known.add(Shapes.infer(fixed(graph, batch)));
        }
        Draft draft = new Draft(graph);
        for (Node original : graph.nodes()) {
            Node node = draft.current(original);
            Optional<String> whole = flattened(original, producers);
            Optional<long[]> target = whole.isPresent() ? target(original, known) : Optional.empty();
            if (target.isPresent()) {
                String shape = draft.constant(Constant.integers(target.get()));
                draft.add(Node.of("Reshape", List.of(draft.current(whole.get()), shape), node.output(), Map.of()));
            } else {
                draft.add(node);
            }
        }
        return draft.finish();
    }

    /** What a gather along the only axis of a flattened value flattens. */
    private static Optional<String> flattened(Node node, Map<String, Node> producers) {
        if (!node.operator().equals("Gather") || node.integer("axis", 0) != 0) {
            return Optional.empty();
        }
        Node before = producers.get(node.inputs().get(0));
        return before != null && before.operator().equals("Reshape")
                ? Optional.of(before.inputs().get(0))
                : Optional.empty();
    }

    private static Graph fixed(Graph graph, long batch) {
        ValueInfo input = graph.inputs().get(0);
        long[] shape = input.shape().clone();
        shape[0] = batch;
        return graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape)));
    }

    private static long[] batches(Graph graph) {
        long[] shape = graph.inputs().get(0).shape();
        return shape.length > 0 && shape[0] > 0 ? new long[] {shape[0]} : BATCHES;
    }

    /** The shape of the places where they are 0, 1, 2 ... to the end of the vector at every batch size. */
    private static Optional<long[]> target(Node gather, List<Shapes> known) throws GraphException {
        List<long[]> found = new ArrayList<>();
        for (Shapes shapes : known) {
            Optional<Constant> places = shapes.constant(gather.inputs().get(1));
            String vector = gather.inputs().get(0);
            if (places.isEmpty()
                    || !shapes.known(vector)
                    || !Arrays.equals(
                            shapes.shape(vector), new long[] {places.get().size()})
                    || !inOrder(places.get().toIntegers())) {
                return Optional.empty();
            }
            found.add(places.get().shape());
        }
        long[] target = found.get(0).clone();
        for (int i = 0; i < target.length; i++) {
            if (found.get(found.size() - 1)[i] != target[i]) {
                target[i] = -1;
            }
        }
        boolean plain = Arrays.stream(target).filter(extent -> extent == -1).count() <= 1;
        return plain ? Optional.of(target) : Optional.empty();
    }

    private static boolean inOrder(long[] places) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] != i) {
                return false;
            }
        }
        return true;
    }
}
