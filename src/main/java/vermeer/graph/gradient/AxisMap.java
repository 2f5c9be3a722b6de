package vermeer.graph.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Linear maps along one axis, turned round: how a gradient passes back through picking, padding and resampling. */
final class AxisMap {

    /** In a list of sources: this entry was not picked from the input. */
    static final int NOWHERE = -1;

    /** Up to so many entries picked from one place are added one by one; above that a matrix product is shorter. */
    private static final int MOST_LAYERS = 3;

    private AxisMap() {}

    /**
     * The gradient of a value from which entries were picked: {@code output[.., j, ..] = input[.., sources[axis][j], ..]}.
     *
     * @param gradient the gradient of what was picked
     * @param sources for each axis the place that each entry came from, or {@link #NOWHERE}; null for an axis left as it is
     * @param shape the shape of the value that was picked from; the extents of axes with sources must not be the batch's
     */
    static String unpick(GradientGraph graph, Node node, String gradient, int[][] sources, long[] shape)
            throws GraphException {
        String result = unpickRuns(graph, gradient, sources, shape);
        for (int axis = 0; axis < sources.length; axis++) {
            if (sources[axis] != null && !isRun(sources[axis])) {
                result = unpickAxis(graph, node, result, axis, sources[axis], Math.toIntExact(shape[axis]));
            }
        }
        return result;
    }

    /** Puts the gradient of unbroken runs back in place: one padding with zeros, or a crop, for all such axes. */
    private static String unpickRuns(GradientGraph graph, String gradient, int[][] sources, long[] shape)
            throws GraphException {
        int rank = shape.length;
        long[] pads = new long[2 * rank];
        for (int axis = 0; axis < rank; axis++) {
            if (sources[axis] != null && isRun(sources[axis])) {
                pads[axis] = runOffset(sources[axis]);
                pads[axis + rank] = shape[axis] - sources[axis].length - pads[axis];
            }
        }
        if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
            return gradient;
        }
        return Arrays.stream(pads).allMatch(pad -> pad <= 0)
                ? crop(graph, gradient, pads)
                : graph.add("Pad", gradient, graph.integers(pads));
    }

    private static String crop(GradientGraph graph, String gradient, long[] pads) throws GraphException {
        int rank = pads.length / 2;
        int[] axes = IntStream.range(0, rank)
                .filter(axis -> pads[axis] != 0 || pads[axis + rank] != 0)
                .toArray();
        long[] extents = graph.shape(gradient);
        return graph.add(
                "Slice",
                gradient,
                graph.integers(
                        Arrays.stream(axes).mapToLong(axis -> -pads[axis]).toArray()),
                graph.integers(Arrays.stream(axes)
                        .mapToLong(axis -> extents[axis] + pads[axis + rank])
                        .toArray()),
                graph.integers(Arrays.stream(axes).asLongStream().toArray()));
    }

    /** Whether the sources are one run of neighbours, with {@link #NOWHERE} at most before and after it. */
    private static boolean isRun(int[] sources) {
        int first = first(sources);
        int length =
                (int) Arrays.stream(sources).filter(source -> source != NOWHERE).count();
        for (int j = first; j < first + length; j++) {
            if (sources[j] != sources[first] + j - first) {
                return false;
            }
        }
        return true;
    }

    private static int first(int[] sources) {
        int first = 0;
        while (first < sources.length && sources[first] == NOWHERE) {
            first++;
        }
        return first;
    }

    private static int runOffset(int[] sources) {
        int first = first(sources);
        return first == sources.length ? -sources.length : sources[first] - first;
    }

    private static String unpickAxis(
            GradientGraph graph, Node node, String gradient, int axis, int[] sources, int extent)
            throws GraphException {
        int[] copies = new int[extent];
        Arrays.stream(sources).filter(source -> source != NOWHERE).forEach(source -> copies[source]++);
        int layers = Arrays.stream(copies).max().orElse(0);
        if (layers > MOST_LAYERS) {
            return transposed(graph, node, gradient, axis, graph.constant(matrix(sources, extent)));
        }
        String padded = withZero(graph, gradient, axis);
        String sum = null;
        for (long[] layer : layers(sources, extent, layers)) {
            String part = graph.add("Gather", Map.of("axis", new Attribute.Int(axis)), padded, graph.integers(layer));
            sum = sum == null ? part : graph.add("Add", sum, part);
        }
        return sum;
    }

    /** The n-th entry picked from each place; the index after the last entry stands for none. */
    private static long[][] layers(int[] sources, int extent, int count) {
        long[][] layers = new long[count][extent];
        for (long[] layer : layers) {
            Arrays.fill(layer, sources.length);
        }
        int[] filled = new int[extent];
        for (int j = 0; j < sources.length; j++) {
            if (sources[j] != NOWHERE) {
                layers[filled[sources[j]]++][sources[j]] = j;
            }
        }
        return layers;
    }

    private static String withZero(GradientGraph graph, String gradient, int axis) throws GraphException {
        int rank = graph.shape(gradient).length;
        long[] pads = new long[2 * rank];
        pads[rank + axis] = 1;
        return graph.add("Pad", gradient, graph.integers(pads));
    }

    private static Constant matrix(int[] sources, int extent) {
        float[] values = new float[sources.length * extent];
        for (int j = 0; j < sources.length; j++) {
            if (sources[j] != NOWHERE) {
                values[j * extent + sources[j]] = 1;
            }
        }
        return Constant.floats(new long[] {sources.length, extent}, values);
    }

    /**
     * The gradient of a value that was multiplied with a matrix along one axis.
     *
     * @param matrix float32 {@code [outputs, inputs]}
     */
    static String transposed(GradientGraph graph, Node node, String gradient, int axis, String matrix)
            throws GraphException {
        long[] shape = graph.shape(gradient);
        if (axis == shape.length - 1) {
            return graph.add("MatMul", gradient, matrix);
        }
        long[] result = Axes.with(shape, axis, graph.shape(matrix)[1]);
        String columns = graph.reshape(
                gradient,
                Axes.product(shape, 0, axis, node),
                shape[axis],
                Axes.product(shape, axis + 1, shape.length, node));
        return graph.reshape(graph.add("MatMul", graph.add("Transpose", matrix), columns), result);
    }
}
