package vermeer.graph.shape;

import java.util.Arrays;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;

/** Values of operators that make new ones. */
final class MakerValues {

    private MakerValues() {}

    static Known shapeOrSize(Call call) throws UnknownShapeException {
        long[] shape = call.shape(0);
        if (call.node().operator().equals("Shape")) {
            int[] range = MakerShapes.shapeRange(call);
            return Known.shape(Arrays.copyOfRange(shape, range[0], range[1]));
        }
        Known size = Known.shape(Extents.product(shape, 0, shape.length));
        return size.reshaped();
    }

    static Known constantOfShape(Call call, TensorType output) {
        double value = call.node().attributes().get("value") instanceof Attribute.Value given
                ? Known.of(given.constant()).fixed()[0]
                : 0;
        return ElementwiseValues.fill(output, i -> Linear.of(value));
    }

    static Known range(Call call, TensorType output) throws UnknownShapeException {
        double start = call.value(0).number(0);
        double step = call.value(2).number(0);
        return ElementwiseValues.fill(output, i -> Linear.of(start + i * step));
    }

    static Known nonZero(Call call, TensorType output) throws UnknownShapeException {
        Known data = call.value(0);
        int rank = data.shape().length;
        int[] hits = new int[data.size()];
        int count = 0;
        for (int i = 0; i < hits.length; i++) {
            if (data.number(i) != 0) {
                hits[count++] = i;
            }
        }
        double[] indices = new double[rank * count];
        for (int hit = 0; hit < count; hit++) {
            int rest = hits[hit];
            for (int axis = rank - 1; axis >= 0; axis--) {
                indices[axis * count + hit] = rest % data.shape()[axis];
                rest /= (int) data.shape()[axis];
            }
        }
        return Known.of(output.type(), new long[] {rank, count}, indices);
    }

    static Known scatterNd(Call call, TensorType output) throws UnknownShapeException, GraphException {
        Known data = call.value(0);
        Known indices = call.value(1);
        Known updates = call.value(2);
        if (!call.node().text("reduction", "none").equals("none")
                || updates.perBatch() != null
                || data.perBatch() != null) {
            throw new UnknownShapeException();
        }
        int depth = (int) indices.shape()[indices.shape().length - 1];
        int block = (int) Extents.product(data.shape(), depth, data.shape().length);
        double[] fixed = data.fixed().clone();
        for (int row = 0; row < indices.size() / depth; row++) {
            int place = 0;
            for (int axis = 0; axis < depth; axis++) {
                long index = indices.integer(row * depth + axis);
                place = (int) (place * data.shape()[axis] + (index < 0 ? index + data.shape()[axis] : index));
            }
            System.arraycopy(updates.fixed(), row * block, fixed, place * block, block);
        }
        return Known.of(output.type(), output.shape(), fixed);
    }
}
