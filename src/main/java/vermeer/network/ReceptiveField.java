package vermeer.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.gradient.Window;
import vermeer.model.Layer;
import vermeer.model.OpenModel;

/**
 * Which part of the input a layer's places see: place {@code i} along an axis sees the input from {@code first + i * step} on,
 * {@code size} pixels of it.
 *
 * @param rows along the rows
 * @param columns along the columns
 * @param whole whether something on the way looks at the whole picture (a gate, an attention), so that a place depends on more
 *     than its field
 */
public record ReceptiveField(Axis rows, Axis columns, boolean whole) {

    /** Along one axis, in pixels of the input. */
    public record Axis(double first, double step, double size) {
        private static final Axis PIXEL = new Axis(0, 1, 1);

        private Axis window(long kernel, long stride, long dilation, long before) {
            return new Axis(first - before * step, step * stride, size + (kernel - 1) * dilation * step);
        }

        private Axis join(Axis other) {
            double start = Math.min(first, other.first);
            double end = Math.max(first + size, other.first + other.size);
            return new Axis(start, Math.max(step, other.step), end - start);
        }
    }

    private static final Set<String> WINDOWS = Set.of("Conv", "MaxPool", "AveragePool", "LpPool");

    /** Nodes after which places are not places any more. */
    private static final Set<String> MIXING = Set.of(
            "GlobalAveragePool",
            "GlobalMaxPool",
            "ReduceMean",
            "ReduceMax",
            "ReduceSum",
            "MatMul",
            "Gemm",
            "Einsum",
            "Reshape",
            "Flatten");

    /** The field of a layer with rows and columns; empty where it cannot be followed back to the picture. */
    public static Optional<ReceptiveField> of(OpenModel model, Layer layer) {
        Map<String, ReceptiveField> fields = new HashMap<>();
        Map<String, Boolean> mixed = new HashMap<>();
        fields.put(model.graph().inputs().get(0).name(), new ReceptiveField(Axis.PIXEL, Axis.PIXEL, false));
        for (Node node : model.graph().nodes()) {
            try {
                follow(model, node, fields, mixed);
            } catch (GraphException unknown) {
                return Optional.empty();
            }
            if (node.outputs().contains(layer.value())) {
                return Optional.ofNullable(fields.get(layer.value()));
            }
        }
        return Optional.empty();
    }

    private static void follow(
            OpenModel model, Node node, Map<String, ReceptiveField> fields, Map<String, Boolean> mixed)
            throws GraphException {
        ReceptiveField joined = null;
        boolean gated = false;
        for (String input : node.inputs()) {
            ReceptiveField field = fields.get(input);
            gated |= mixed.getOrDefault(input, false);
            if (field != null) {
                joined = joined == null ? field : joined.join(field);
            }
        }
        if (joined == null || MIXING.contains(node.operator())) {
            boolean sees = joined != null || gated;
            node.outputs().forEach(output -> mixed.put(output, sees));
            return;
        }
        ReceptiveField passed = through(model, node, joined);
        ReceptiveField result = new ReceptiveField(passed.rows, passed.columns, passed.whole || gated);
        node.outputs().forEach(output -> fields.put(output, result));
    }

    private static ReceptiveField through(OpenModel model, Node node, ReceptiveField field) throws GraphException {
        if (WINDOWS.contains(node.operator())) {
            long[] shape = model.shapes().shape(node.inputs().get(0));
            long[] kernel = kernel(model, node);
            if (kernel.length != 2) {
                throw new GraphException("not a picture's window");
            }
            Window window = Window.of(node, kernel, shape, model.shapes().shape(node.output()));
            return new ReceptiveField(
                    field.rows.window(kernel[0], window.strides()[0], window.dilations()[0], window.begin()[0]),
                    field.columns.window(kernel[1], window.strides()[1], window.dilations()[1], window.begin()[1]),
                    field.whole);
        }
        if (node.operator().equals("Pad")) {
            long[] pads = Optional.ofNullable(
                            model.graph().constants().get(node.inputs().get(1)))
                    .map(Constant::toIntegers)
                    .orElseThrow(() -> new GraphException("open padding"));
            boolean four = pads.length == 8;
            return new ReceptiveField(
                    field.rows.window(1, 1, 1, four ? pads[2] : 0),
                    field.columns.window(1, 1, 1, four ? pads[3] : 0),
                    field.whole);
        }
        if (node.operator().equals("Slice") || node.operator().equals("Resize")) {
            throw new GraphException("places move in a way that is not followed");
        }
        return field;
    }

    private static long[] kernel(OpenModel model, Node node) throws GraphException {
        if (node.operator().equals("Conv")) {
            long[] weights = model.shapes().shape(node.inputs().get(1));
            return java.util.Arrays.copyOfRange(weights, 2, weights.length);
        }
        return node.integers("kernel_shape").orElse(new long[0]);
    }

    private ReceptiveField join(ReceptiveField other) {
        return new ReceptiveField(rows.join(other.rows), columns.join(other.columns), whole || other.whole);
    }
}
