package vermeer.network;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.shape.Shapes;

/** A node on the way from the picture to a layer, and the field of what it reads. */
record FieldStep(Graph graph, Shapes shapes, Node node, ReceptiveField field) {

    /** Where rows and columns lie in a shape: last, or before the channels; empty where they are not there. */
    static Optional<int[]> axes(long[] shape, ReceptiveField field) {
        long rows = field.rows().places();
        long columns = field.columns().places();
        int rank = shape.length;
        if (rank >= 4 && shape[rank - 2] == rows && shape[rank - 1] == columns) {
            return Optional.of(new int[] {rank - 2, rank - 1});
        }
        return rank == 4 && shape[1] == rows && shape[2] == columns ? Optional.of(new int[] {1, 2}) : Optional.empty();
    }

    /** The axes of rows and columns in what is read. */
    int[] axes() throws GraphException {
        return axes(read(), field)
                .orElseThrow(() -> new GraphException("rows and columns are not where they are looked for"));
    }

    /** The shape of what is read. */
    long[] read() throws GraphException {
        return shapes.shape(node.inputs().get(0));
    }

    /** The shape of what is written. */
    long[] written() throws GraphException {
        return shapes.shape(node.output());
    }

    /**
     * Moves the places of both axes.
     *
     * @param sources by the axis in the shape: the places that a place is made of
     */
    ReceptiveField moved(IntFunction<IntFunction<IntStream>> sources) throws GraphException {
        int[] axes = axes();
        return new ReceptiveField(
                along(field.rows(), axes[0], sources), along(field.columns(), axes[1], sources), field.whole());
    }

    private FieldAxis along(FieldAxis axis, int place, IntFunction<IntFunction<IntStream>> sources)
            throws GraphException {
        long places = written()[place];
        if (places < 0) {
            throw new GraphException("an extent that is not known");
        }
        return axis.through((int) places, sources.apply(place));
    }

    /** The whole numbers of an input that is a constant; empty where the node has no such input. */
    Optional<long[]> known(int input) throws GraphException {
        if (node.input(input).isEmpty()) {
            return Optional.empty();
        }
        Constant constant = graph.constants().get(node.input(input).get());
        if (constant == null) {
            throw new GraphException("a setting that is computed");
        }
        return Optional.of(constant.toIntegers());
    }
}
