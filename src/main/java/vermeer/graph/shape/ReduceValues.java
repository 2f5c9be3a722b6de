package vermeer.graph.shape;

import java.util.Arrays;
import java.util.Optional;

/** Values of reductions. */
final class ReduceValues {

    private ReduceValues() {}

    static ValueRule.Single over(Linear.Binary function) {
        return (call, output) -> {
            Known data = call.value(0);
            int rank = data.shape().length;
            Optional<long[]> axes = call.node().integers("axes");
            axes = axes.isPresent() ? axes : call.integers(1);
            boolean[] gone = new boolean[rank];
            boolean none = axes.isEmpty() || axes.get().length == 0;
            Arrays.fill(gone, none && call.node().integer("noop_with_empty_axes", 0) == 0);
            for (long axis : none ? new long[0] : axes.get()) {
                gone[call.axis(axis, rank)] = true;
            }
            Linear[] results = new Linear[Math.toIntExact(Extents.product(output.shape(), 0, output.shape().length))];
            for (int i = 0; i < data.size(); i++) {
                int place = place(i, data.shape(), gone);
                Linear element = ElementwiseValues.element(data, i);
                results[place] = results[place] == null ? element : function.apply(results[place], element);
            }
            return ElementwiseValues.fill(output, i -> results[i] == null ? Linear.UNKNOWN : results[i]);
        };
    }

    private static int place(int index, long[] shape, boolean[] gone) {
        int place = 0;
        int stride = 1;
        int rest = index;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            int at = rest % (int) shape[axis];
            rest /= (int) shape[axis];
            if (!gone[axis]) {
                place += at * stride;
                stride *= (int) shape[axis];
            }
        }
        return place;
    }
}
