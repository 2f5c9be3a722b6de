package vermeer.graph.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;

/** Shapes of operators that sum up axes. */
final class ReduceShapes {

    private ReduceShapes() {}

    static TensorType reduce(Call call) throws UnknownShapeException, GraphException {
        Optional<long[]> axes = call.node().integers("axes");
        if (axes.isEmpty()) {
            axes = call.integers(1);
        }
        boolean none = axes.isEmpty() || axes.get().length == 0;
        if (none && call.node().integer("noop_with_empty_axes", 0) != 0) {
            return call.input(0);
        }
        boolean[] gone = new boolean[call.rank(0)];
        Arrays.fill(gone, none);
        for (long axis : none ? new long[0] : axes.get()) {
            gone[call.axis(axis, gone.length)] = true;
        }
        return call.input(0).shaped(without(call.shape(0), gone, call.node().integer("keepdims", 1) != 0));
    }

    static TensorType arg(Call call) throws UnknownShapeException, GraphException {
        boolean[] gone = new boolean[call.rank(0)];
        gone[call.axis("axis", 0, gone.length)] = true;
        boolean keep = call.node().integer("keepdims", 1) != 0;
        return new TensorType(ElementType.INT64, without(call.shape(0), gone, keep));
    }

    static List<TensorType> layerNormalization(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        boolean[] gone = new boolean[shape.length];
        Arrays.fill(gone, call.axis("axis", -1, shape.length), shape.length, true);
        TensorType statistics = new TensorType(ElementType.FLOAT, without(shape, gone, true));
        return List.of(call.input(0), statistics, statistics);
    }

    private static long[] without(long[] shape, boolean[] gone, boolean keep) {
        long[] kept = new long[shape.length];
        int rank = 0;
        for (int i = 0; i < shape.length; i++) {
            if (!gone[i] || keep) {
                kept[rank++] = gone[i] ? 1 : shape[i];
            }
        }
        return Arrays.copyOf(kept, rank);
    }
}
