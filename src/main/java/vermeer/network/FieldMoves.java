package vermeer.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;

/** Operators that pad, cut, resize or turn rows and columns. */
final class FieldMoves {
    private FieldMoves() {}

    static ReceptiveField padded(FieldStep step) throws GraphException {
        long[] shape = step.read();
        long[] given = step.known(1).orElseThrow(() -> new GraphException("open padding"));
        long[] axes = step.known(3).orElse(LongStream.range(0, shape.length).toArray());
        int[] before = new int[shape.length];
        for (int i = 0; i < axes.length; i++) {
            before[fromFront(axes[i], shape)] = (int) given[i];
        }
        String mode = step.node().text("mode", "constant");
        return step.moved(
                axis -> place -> IntStream.of(FieldPlaces.padded(mode, place - before[axis], (int) shape[axis])));
    }

    static ReceptiveField cut(FieldStep step) throws GraphException {
        long[] shape = step.read();
        long[] starts = step.known(1).orElseThrow(() -> new GraphException("an open cut"));
        long[] axes = step.known(3).orElse(LongStream.range(0, starts.length).toArray());
        long[] steps = step.known(4)
                .orElse(LongStream.generate(() -> 1).limit(starts.length).toArray());
        long[] from = new long[shape.length];
        long[] by = new long[shape.length];
        Arrays.fill(by, 1);
        for (int i = 0; i < starts.length; i++) {
            int axis = fromFront(axes[i], shape);
            by[axis] = steps[i];
            long start = starts[i] < 0 ? starts[i] + shape[axis] : starts[i];
            from[axis] = Math.max(0, Math.min(steps[i] > 0 ? shape[axis] : shape[axis] - 1, start));
        }
        return step.moved(axis -> place -> IntStream.of((int) (from[axis] + place * by[axis])));
    }

    static ReceptiveField resized(FieldStep step) throws GraphException {
        long[] from = step.read();
        long[] to = step.written();
        if (step.node().integers("axes").isPresent()
                || !step.node().text("keep_aspect_ratio_policy", "stretch").equals("stretch")) {
            throw new GraphException("resizing that is not followed");
        }
        Optional<float[]> scales = step.node().input(3).isPresent()
                ? Optional.empty()
                : step.node()
                        .input(2)
                        .map(step.graph().constants()::get)
                        .map(Constant::toFloats)
                        .filter(given -> given.length == from.length);
        FieldPlaces[] places = new FieldPlaces[from.length];
        for (int axis : step.axes()) {
            double scale = scales.isPresent() ? scales.get()[axis] : (double) to[axis] / from[axis];
            places[axis] = FieldPlaces.of(step.node(), (int) from[axis], (int) to[axis], scale);
        }
        return step.moved(axis -> places[axis]::sources);
    }

    /** Channels become places: {@code DepthToSpace}. */
    static ReceptiveField spread(FieldStep step) {
        int size = (int) step.node().integer("blocksize", 1);
        return both(step.field(), extent -> extent * size, place -> IntStream.of(place / size));
    }

    /** Places become channels: {@code SpaceToDepth}. */
    static ReceptiveField gathered(FieldStep step) {
        int size = (int) step.node().integer("blocksize", 1);
        return both(step.field(), extent -> extent / size, place -> IntStream.range(place * size, place * size + size));
    }

    private static ReceptiveField both(ReceptiveField field, IntUnaryOperator extent, IntFunction<IntStream> sources) {
        return new ReceptiveField(
                field.rows().through(extent.applyAsInt(field.rows().places()), sources),
                field.columns().through(extent.applyAsInt(field.columns().places()), sources),
                field.whole());
    }

    /** Rows stay before columns, and both beside each other; otherwise places are lost. */
    static ReceptiveField turned(FieldStep step) throws GraphException {
        int[] axes = step.axes();
        long[] order = step.node().integers("perm").orElse(new long[0]);
        for (int i = 0; i + 1 < order.length; i++) {
            if (order[i] == axes[0] && order[i + 1] == axes[1]) {
                return step.field();
            }
        }
        throw new GraphException("rows and columns part");
    }

    private static int fromFront(long axis, long[] shape) {
        return (int) Math.floorMod(axis, (long) shape.length);
    }
}
