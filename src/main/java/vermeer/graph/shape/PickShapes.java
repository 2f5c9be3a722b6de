package vermeer.graph.shape;

import java.util.Arrays;
import java.util.List;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of operators that take some of the elements. */
final class PickShapes {

    private PickShapes() {}

    static TensorType gather(Call call) throws UnknownShapeException, GraphException {
        long[] data = call.shape(0);
        long[] indices = call.shape(1);
        int axis = call.axis("axis", 0, data.length);
        long[] shape = new long[data.length + indices.length - 1];
        System.arraycopy(data, 0, shape, 0, axis);
        System.arraycopy(indices, 0, shape, axis, indices.length);
        System.arraycopy(data, axis + 1, shape, axis + indices.length, data.length - axis - 1);
        return call.input(0).shaped(shape);
    }

    static TensorType gatherElements(Call call) throws UnknownShapeException {
        return call.input(0).shaped(call.shape(1));
    }

    static TensorType gatherNd(Call call) throws UnknownShapeException, GraphException {
        long[] data = call.shape(0);
        long[] indices = call.shape(1);
        int batch = (int) call.node().integer("batch_dims", 0);
        long depth = indices[indices.length - 1];
        if (depth < 0) {
            throw new UnknownShapeException();
        }
        int kept = data.length - batch - (int) depth;
        if (kept < 0) {
            throw call.misfit("indices " + Extents.text(indices) + " for " + Extents.text(data));
        }
        long[] shape = Arrays.copyOf(indices, indices.length - 1 + kept);
        System.arraycopy(data, data.length - kept, shape, indices.length - 1, kept);
        return call.input(0).shaped(shape);
    }

    static List<TensorType> topK(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        int axis = call.axis("axis", -1, shape.length);
        shape[axis] = call.find(1).isPresent() ? call.value(1).extent(0) : Graph.UNKNOWN;
        return List.of(call.input(0).shaped(shape), new TensorType(ElementType.INT64, shape));
    }

    static TensorType slice(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        long[] axes = call.has(3) ? call.value(3).integers() : leading(call);
        if (call.find(1).isEmpty()
                || call.find(2).isEmpty()
                || call.has(4) && call.find(4).isEmpty()) {
            for (long axis : axes) {
                shape[call.axis(axis, shape.length)] = Graph.UNKNOWN;
            }
            return call.input(0).shaped(shape);
        }
        Known starts = call.value(1);
        Known ends = call.value(2);
        for (int i = 0; i < axes.length; i++) {
            int axis = call.axis(axes[i], shape.length);
            long step = call.has(4) ? call.value(4).integer(i) : 1;
            shape[axis] = cut(shape[axis], starts, ends, i, step);
        }
        return call.input(0).shaped(shape);
    }

    private static long[] leading(Call call) throws UnknownShapeException {
        long count = call.shape(1)[0];
        if (count < 0) {
            throw new UnknownShapeException();
        }
        long[] axes = new long[(int) count];
        Arrays.setAll(axes, i -> i);
        return axes;
    }

    private static long cut(long extent, Known starts, Known ends, int index, long step) {
        boolean fromStart = starts.perBatch(index) == 0 && starts.fixed()[index] == 0;
        if (step == 1 && fromStart && reaches(extent, ends, index)) {
            return extent;
        }
        boolean symbolic = starts.perBatch(index) != 0 || ends.perBatch(index) != 0;
        boolean unknown = Double.isNaN(starts.fixed()[index]) || Double.isNaN(ends.fixed()[index]);
        if (extent < 0 || symbolic || unknown || step == 0) {
            return oneOrUnknown(extent, starts, ends, index, step);
        }
        long[] range = range((long) starts.fixed()[index], (long) ends.fixed()[index], step, extent);
        return range[1];
    }

    /** Taking only the first entry of an open axis gives extent 1, for any batch size is at least 1. */
    private static long oneOrUnknown(long extent, Known starts, Known ends, int index, long step) {
        boolean first = starts.perBatch(index) == 0
                && ends.perBatch(index) == 0
                && (starts.fixed()[index] == 0 && ends.fixed()[index] == 1
                        || starts.fixed()[index] == -1 && ends.fixed()[index] > Integer.MAX_VALUE);
        return extent < 0 && extent != Graph.UNKNOWN && first && step == 1 ? 1 : Graph.UNKNOWN;
    }

    private static boolean reaches(long extent, Known ends, int index) {
        double end = ends.fixed()[index];
        if (ends.perBatch(index) != 0 || extent < 0) {
            return end >= Integer.MAX_VALUE || extent != Graph.UNKNOWN && ends.extent(index) == extent;
        }
        return end >= extent;
    }

    /** The first index and the number of indices of a slice, with numpy's meaning of negative and too large ends. */
    static long[] range(long start, long end, long step, long extent) {
        long from = start < 0
                ? Math.max(start + extent, step < 0 ? -1 : 0)
                : Math.min(start, step < 0 ? extent - 1 : extent);
        long to = end < 0 ? Math.max(end + extent, step < 0 ? -1 : 0) : Math.min(end, extent);
        long count = step > 0 ? (to - from + step - 1) / step : (from - to - step - 1) / -step;
        return new long[] {from, Math.max(0, count)};
    }
}
