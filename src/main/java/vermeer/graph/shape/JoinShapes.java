package vermeer.graph.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of joining tensors along an axis, and of taking them apart. */
final class JoinShapes {

    private JoinShapes() {}

    static TensorType concat(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        int axis = call.axis("axis", 0, shape.length);
        for (int i = 1; i < call.node().inputs().size(); i++) {
            long[] next = call.shape(i);
            if (next.length != shape.length) {
                throw call.misfit("it joins " + Extents.text(shape) + " and " + Extents.text(next));
            }
            for (int j = 0; j < shape.length; j++) {
                if (j == axis) {
                    shape[j] = Extents.add(shape[j], next[j]);
                } else if (Extents.known(shape[j], next[j]) && shape[j] != next[j]) {
                    throw call.misfit("it joins " + Extents.text(shape) + " and " + Extents.text(next));
                } else if (shape[j] == Graph.UNKNOWN) {
                    shape[j] = next[j];
                }
            }
        }
        return call.input(0).shaped(shape);
    }

    static List<TensorType> split(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        int axis = call.axis("axis", 0, shape.length);
        int parts = call.node().outputs().size();
        Optional<long[]> given = call.node().integers("split");
        given = given.isPresent() ? given : call.integers(1);
        long[] sizes = given.isPresent() ? given.get() : even(shape[axis], parts);
        if (sizes.length != parts
                || Extents.fixed(shape[axis]) && Arrays.stream(sizes).sum() != shape[axis]) {
            throw call.misfit("axis " + axis + " of " + Extents.text(shape) + " is not split into these parts");
        }
        List<TensorType> outputs = new ArrayList<>();
        for (long size : sizes) {
            long[] part = shape.clone();
            part[axis] = size;
            outputs.add(call.input(0).shaped(part));
        }
        return outputs;
    }

    /** Equal parts, the last one smaller where it does not work out. */
    static long[] even(long extent, int parts) {
        long[] sizes = new long[parts];
        boolean open = extent == Graph.UNKNOWN || extent < 0 && extent % parts != 0;
        long size = open ? Graph.UNKNOWN : extent < 0 ? extent / parts : (extent + parts - 1) / parts;
        Arrays.fill(sizes, size);
        if (extent > 0) {
            sizes[parts - 1] = extent - size * (parts - 1);
        }
        return sizes;
    }
}
