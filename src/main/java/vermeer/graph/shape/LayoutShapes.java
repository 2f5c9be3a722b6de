package vermeer.graph.shape;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;

/** Shapes of operators that keep the elements and change how they lie, or repeat them. */
final class LayoutShapes {

    private LayoutShapes() {}

    static TensorType reshape(Call call) throws UnknownShapeException, GraphException {
        Optional<Known> target = call.find(1);
        if (target.isEmpty()) {
            return call.input(0).shaped(unknown(call, 1));
        }
        long[] input = call.shape(0);
        boolean zeroCopies = call.node().integer("allowzero", 0) == 0;
        long[] shape = new long[target.get().size()];
        int free = -1;
        for (int i = 0; i < shape.length; i++) {
            boolean plain = target.get().perBatch(i) == 0;
            if (plain && target.get().fixed()[i] == -1) {
                free = i;
                shape[i] = 1;
            } else if (plain && target.get().fixed()[i] == 0 && zeroCopies) {
                shape[i] = i < input.length ? input[i] : Graph.UNKNOWN;
            } else {
                shape[i] = target.get().extent(i);
            }
        }
        if (free >= 0) {
            shape[free] = rest(input, shape);
        } else {
            refuseOtherSize(call, input, shape);
        }
        return call.input(0).shaped(shape);
    }

    /** What the extent left open must be; unknown extents that appear in both shapes cancel. */
    private static long rest(long[] input, long[] shape) {
        long[] from = input.clone();
        long[] to = shape.clone();
        for (int i = 0; i < Math.min(from.length, to.length); i++) {
            if (from[i] == to[i]) {
                from[i] = 1;
                to[i] = 1;
            }
        }
        try {
            return Volume.of(from).divided(Volume.of(to));
        } catch (UnknownShapeException e) {
            return Graph.UNKNOWN;
        }
    }

    private static void refuseOtherSize(Call call, long[] input, long[] shape) throws GraphException {
        if (Extents.fixed(input)
                && Extents.fixed(shape)
                && Extents.product(input, 0, input.length) != Extents.product(shape, 0, shape.length)) {
            throw call.misfit(Extents.text(input) + " cannot be reshaped to " + Extents.text(shape));
        }
    }

    static TensorType flatten(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        long axis = call.node().integer("axis", 1);
        int at = (int) (axis < 0 ? axis + shape.length : axis);
        return call.input(0).shaped(Extents.product(shape, 0, at), Extents.product(shape, at, shape.length));
    }

    static TensorType squeeze(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        Optional<long[]> axes = call.node().integers("axes");
        axes = axes.isPresent() ? axes : call.integers(1);
        boolean[] gone = new boolean[shape.length];
        if (axes.isPresent()) {
            for (long axis : axes.get()) {
                int at = call.axis(axis, shape.length);
                if (shape[at] > 1 || shape[at] == 0) {
                    throw call.misfit("axis " + axis + " of " + Extents.text(shape) + " does not have extent 1");
                }
                gone[at] = true;
            }
        } else if (!Extents.fixed(shape)) {
            throw new UnknownShapeException();
        }
        long[] kept = new long[shape.length];
        int rank = 0;
        for (int i = 0; i < shape.length; i++) {
            if (axes.isPresent() ? !gone[i] : shape[i] != 1) {
                kept[rank++] = shape[i];
            }
        }
        return call.input(0).shaped(Arrays.copyOf(kept, rank));
    }

    static TensorType unsqueeze(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        Optional<long[]> given = call.node().integers("axes");
        long[] axes = given.isPresent() ? given.get() : call.value(1).integers();
        TreeSet<Integer> added = new TreeSet<>();
        for (long axis : axes) {
            added.add(call.axis(axis, shape.length + axes.length));
        }
        long[] wider = new long[shape.length + added.size()];
        int from = 0;
        for (int i = 0; i < wider.length; i++) {
            wider[i] = added.contains(i) ? 1 : shape[from++];
        }
        return call.input(0).shaped(wider);
    }

    static TensorType transpose(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0);
        long[] permutation = permutation(call, shape.length);
        long[] turned = new long[shape.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = shape[call.axis(permutation[i], shape.length)];
        }
        return call.input(0).shaped(turned);
    }

    /** Where each axis comes from; backwards by default. */
    static long[] permutation(Call call, int rank) throws GraphException {
        long[] backwards = new long[rank];
        Arrays.setAll(backwards, i -> rank - 1 - i);
        long[] permutation = call.node().integers("perm").orElse(backwards);
        if (Arrays.stream(permutation).distinct().count() != rank || permutation.length != rank) {
            throw call.misfit("it does not name each of " + rank + " axes once");
        }
        return permutation;
    }

    static TensorType expand(Call call) throws UnknownShapeException, GraphException {
        long[] target = call.find(1).isPresent() ? call.value(1).extents() : unknown(call, 1);
        return call.input(0).shaped(ElementwiseShapes.joint(call, call.shape(0), target));
    }

    static TensorType tile(Call call) throws UnknownShapeException, GraphException {
        long[] shape = call.shape(0).clone();
        long[] repeats = call.find(1).isPresent() ? call.value(1).extents() : unknown(call, 1);
        if (repeats.length != shape.length) {
            throw call.misfit(repeats.length + " repeats for a tensor of rank " + shape.length);
        }
        Arrays.setAll(shape, i -> Extents.multiply(shape[i], repeats[i]));
        return call.input(0).shaped(shape);
    }

    /** A shape of which only the rank is known: the length of the vector that gives it. */
    static long[] unknown(Call call, int index) throws UnknownShapeException {
        long[] vector = call.shape(index);
        if (vector.length != 1 || vector[0] < 0) {
            throw new UnknownShapeException();
        }
        long[] shape = new long[Math.toIntExact(vector[0])];
        Arrays.fill(shape, Graph.UNKNOWN);
        return shape;
    }
}
