package vermeer.graph.gradient;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** {@code Slice} with any step, also backwards: what was left out has the gradient 0. */
final class SliceRule implements FirstInputRule {

    @Override
    public String gradient(Step step) throws GraphException {
        Node node = step.node();
        long[] shape = step.graph().shape(step.x());
        long[] starts = ShapeRules.known(step, 1).toIntegers();
        long[] ends = ShapeRules.known(step, 2).toIntegers();
        long[] axes = optional(step, 3, LongStream.range(0, starts.length).toArray());
        long[] steps = optional(
                step, 4, LongStream.generate(() -> 1).limit(starts.length).toArray());
        int[][] sources = new int[shape.length][];
        for (int i = 0; i < starts.length; i++) {
            int axis = Axes.fromFront(axes[i], shape.length);
            boolean all = starts[i] == 0 && ends[i] >= Integer.MAX_VALUE && steps[i] == 1;
            if (!all) {
                sources[axis] = places(Axes.extent(shape, axis, node), starts[i], ends[i], steps[i]);
            }
        }
        return AxisMap.unpick(step.graph(), node, step.gradient(), sources, shape);
    }

    private static long[] optional(Step step, int input, long[] otherwise) throws GraphException {
        Optional<String> given = step.node().input(input);
        return given.isPresent() ? ShapeRules.known(step, input).toIntegers() : otherwise;
    }

    /** Negative places count from the end; both are then cut off at the ends of the axis. */
    private static int[] places(int extent, long start, long end, long step) {
        long lowest = step > 0 ? 0 : -1;
        long highest = step > 0 ? extent : extent - 1L;
        long from = Math.min(Math.max(start < 0 ? start + extent : start, Math.max(lowest, 0)), highest);
        long to = Math.min(Math.max(end < 0 ? end + extent : end, lowest), highest);
        long count = Math.max(0, (to - from + step - Long.signum(step)) / step);
        return IntStream.range(0, Math.toIntExact(count))
                .map(i -> Math.toIntExact(from + i * step))
                .toArray();
    }
}
