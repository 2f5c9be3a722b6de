package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.BatchValue;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

/**
 * Makes a network that was exported for a fixed number of pictures run on any number. Exporters write that number into reshape
 * targets; everything else follows. The result is accepted only if no node mixes pictures and every value has, at the old number,
 * the shape it had.
 */
final class FreeBatch {
    private final Shapes old;
    private final long batch;
    private final Draft draft;

    private FreeBatch(Graph freed, Shapes old, long batch) {
        this.old = old;
        this.batch = batch;
        draft = new Draft(freed);
    }

    /** The folded graph with a free batch, or empty where the network mixes pictures or its shapes depend on their number. */
    static Optional<Graph> free(Graph graph) throws GraphException {
        ValueInfo input = graph.inputs().get(0);
        long[] shape = input.shape().clone();
        long batch = shape[0];
        shape[0] = -1;
        Graph freed = graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape)));
        Shapes old = Shapes.infer(graph);
        try {
            FreeBatch work = new FreeBatch(freed, old, batch);
            for (Node node : graph.nodes()) {
                work.visit(work.draft.current(node));
            }
            Graph folded = Folding.fold(work.draft.finish());
            return BatchCheck.independent(folded, old, batch) ? Optional.of(folded) : Optional.empty();
        } catch (GraphException doesNotFit) {
            return Optional.empty();
        }
    }

    private void visit(Node node) throws GraphException {
        switch (node.operator()) {
            case "Reshape" -> draft.add(reshape(node));
            case "Concat" -> draft.add(concat(node));
            case "Resize" -> draft.add(node.input(3).isPresent() ? sized(node, 3) : node);
            default -> draft.add(node);
        }
    }

    /** The batch stays where it is in memory: behind as many elements as before. */
    private Node reshape(Node node) throws GraphException {
        long[] from = draft.shapes().shape(node.inputs().get(0));
        int axis = batchAxis(from);
        if (axis < 0
                || !old.known(node.output())
                || draft.shapes().batchValue(node.inputs().get(1)).isPresent()) {
            return node;
        }
        long before = Extents.product(from, 0, axis);
        long[] to = old.shape(node.output());
        int at = 0;
        long prefix = 1;
        while (at < to.length && prefix < before) {
            prefix *= to[at++];
        }
        if (at == to.length || prefix != before || to[at] % batch != 0) {
            return node;
        }
        to[at] = -(to[at] / batch);
        long[] target = Folding.target(from, to);
        String constant = draft.constant(Constant.integers(target));
        return OldAttributes.with(
                node, List.of(node.inputs().get(0), constant), OldAttributes.without(node, "allowzero"));
    }

    /** A constant that was joined to each picture's values, such as a class token, is repeated for each picture. */
    private Node concat(Node node) throws GraphException {
        List<long[]> shapes = new ArrayList<>();
        for (String input : node.inputs()) {
            shapes.add(draft.shapes().shape(input));
        }
        Optional<long[]> batched =
                shapes.stream().filter(shape -> batchAxis(shape) >= 0).findFirst();
        if (batched.isEmpty() || draft.shapes().type(node.inputs().get(0)) != ElementType.FLOAT) {
            return node;
        }
        int axis = batchAxis(batched.get());
        List<String> inputs = new ArrayList<>(node.inputs());
        for (int i = 0; i < inputs.size(); i++) {
            long[] shape = shapes.get(i);
            if (batchAxis(shape) < 0 && shape[axis] == 1) {
                inputs.set(i, repeated(inputs.get(i), shape, axis, -batched.get()[axis]));
            }
        }
        return OldAttributes.with(node, inputs, node.attributes());
    }

    private String repeated(String value, long[] shape, int axis, long times) throws GraphException {
        long[] fixed = shape.clone();
        long[] perBatch = new long[shape.length];
        fixed[axis] = 0;
        perBatch[axis] = times;
        String target =
                BatchNodes.add(draft, new BatchValue(ElementType.INT64, new long[] {shape.length}, fixed, perBatch));
        return draft.add("Expand", Map.of(), value, target);
    }

    /** Sizes that name the old number of pictures name the new one. */
    private Node sized(Node node, int index) throws GraphException {
        Optional<Constant> sizes = draft.shapes().constant(node.inputs().get(index));
        long[] shape = draft.shapes().shape(node.inputs().get(0));
        int axis = batchAxis(shape);
        if (sizes.isEmpty() || axis < 0 || sizes.get().size() != shape.length) {
            return node;
        }
        long[] fixed = sizes.get().toIntegers();
        long[] perBatch = new long[fixed.length];
        perBatch[axis] = fixed[axis] / batch;
        fixed[axis] = 0;
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(
                index,
                BatchNodes.add(draft, new BatchValue(ElementType.INT64, new long[] {fixed.length}, fixed, perBatch)));
        return OldAttributes.with(node, inputs, node.attributes());
    }

    /** The axis whose extent is a multiple of the batch, or -1. */
    private static int batchAxis(long[] shape) {
        return Arrays.stream(shape).filter(extent -> extent < 0).count() == 1
                ? Arrays.stream(shape)
                        .map(extent -> extent < 0 ? 1 : 0)
                        .boxed()
                        .toList()
                        .indexOf(1L)
                : -1;
    }
}
