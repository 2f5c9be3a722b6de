package vermeer.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermeer.graph.GraphException;

/** Values of operators that take, join, repeat or reorder elements. */
final class PickValues {

    private PickValues() {}

    static Known gather(Call call, TensorType output) throws UnknownShapeException, GraphException {
        Known data = call.value(0);
        long[] indices = call.value(1).integers();
        int axis = call.axis("axis", 0, data.shape().length);
        int extent = (int) data.shape()[axis];
        int inner = size(data.shape(), axis + 1, data.shape().length);
        int[] at = new int[indices.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = (int) (indices[i] < 0 ? indices[i] + extent : indices[i]);
            if (at[i] < 0 || at[i] >= extent) {
                throw call.misfit("there is no entry " + indices[i]);
            }
        }
        return data.pick(output.shape(), size(output.shape()), i -> {
            int within = i % inner;
            int which = i / inner % at.length;
            int outer = i / inner / at.length;
            return (outer * extent + at[which]) * inner + within;
        });
    }

    static Known concat(Call call, TensorType output) throws UnknownShapeException, GraphException {
        long[] shape = output.shape();
        int axis = call.axis("axis", 0, shape.length);
        int inner = size(shape, axis + 1, shape.length);
        double[] fixed = new double[size(shape)];
        double[] perBatch = new double[fixed.length];
        int offset = 0;
        for (int i = 0; i < call.node().inputs().size(); i++) {
            Known part = call.value(i);
            int block = (int) part.shape()[axis] * inner;
            for (int j = 0; j < part.size(); j++) {
                int to = j / block * (int) shape[axis] * inner + offset + j % block;
                fixed[to] = part.fixed()[j];
                perBatch[to] = part.perBatch(j);
            }
            offset += block;
        }
        return new Known(output.type(), shape, fixed, perBatch).simplified();
    }

    static Known transpose(Call call, TensorType output) throws UnknownShapeException, GraphException {
        Known data = call.value(0);
        int[] from = strides(data.shape());
        long[] permutation = LayoutShapes.permutation(call, from.length);
        int[] strides = new int[from.length];
        Arrays.setAll(strides, i -> from[(int) permutation[i]]);
        return walk(data, output, 0, strides);
    }

    static Known slice(Call call, TensorType output) throws UnknownShapeException, GraphException {
        Known data = call.value(0);
        int[] strides = strides(data.shape());
        int offset = 0;
        int count = call.value(1).size();
        for (int i = 0; i < count; i++) {
            int axis = call.axis(call.has(3) ? call.value(3).integer(i) : i, strides.length);
            long step = call.has(4) ? call.value(4).integer(i) : 1;
            long[] range =
                    PickShapes.range(call.value(1).integer(i), call.value(2).integer(i), step, data.shape()[axis]);
            offset += (int) range[0] * strides[axis];
            strides[axis] = (int) (strides[axis] * step);
        }
        return walk(data, output, offset, strides);
    }

    static List<Known> split(Call call, List<TensorType> outputs) throws UnknownShapeException, GraphException {
        Known data = call.value(0);
        int[] strides = strides(data.shape());
        int axis = call.axis("axis", 0, strides.length);
        List<Known> parts = new ArrayList<>();
        int offset = 0;
        for (TensorType output : outputs) {
            parts.add(walk(data, output, offset, strides));
            offset += (int) output.shape()[axis] * strides[axis];
        }
        return parts;
    }

    static Known expand(Call call, TensorType output) throws UnknownShapeException {
        Known data = call.value(0);
        Places places = new Places(data.shape(), output.shape());
        return data.pick(output.shape(), size(output.shape()), places::of);
    }

    static Known tile(Call call, TensorType output) throws UnknownShapeException {
        Known data = call.value(0);
        int[] strides = strides(data.shape());
        long[] shape = output.shape();
        return data.pick(shape, size(shape), index -> {
            int place = 0;
            int rest = index;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += rest % (int) shape[axis] % (int) data.shape()[axis] * strides[axis];
                rest /= (int) shape[axis];
            }
            return place;
        });
    }

    private static Known walk(Known data, TensorType output, int offset, int[] strides) {
        long[] shape = output.shape();
        return data.pick(shape, size(shape), index -> {
            int place = offset;
            int rest = index;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                place += rest % (int) shape[axis] * strides[axis];
                rest /= (int) shape[axis];
            }
            return place;
        });
    }

    private static int[] strides(long[] shape) {
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.toIntExact(shape[axis]);
        }
        return strides;
    }

    private static int size(long[] shape) {
        return size(shape, 0, shape.length);
    }

    private static int size(long[] shape, int from, int to) {
        return Math.toIntExact(Extents.product(shape, from, to));
    }
}
