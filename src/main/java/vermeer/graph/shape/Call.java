package vermeer.graph.shape;

import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** A node, and what is known about its inputs. */
record Call(Node node, Shapes known) {

    boolean has(int index) {
        return node.input(index).isPresent();
    }

    TensorType input(int index) throws UnknownShapeException {
        return node.input(index).flatMap(known::find).orElseThrow(UnknownShapeException::new);
    }

    long[] shape(int index) throws UnknownShapeException {
        return input(index).shape();
    }

    int rank(int index) throws UnknownShapeException {
        return shape(index).length;
    }

    ElementType type(int index) throws UnknownShapeException {
        return input(index).type();
    }

    /** Input {@code index} itself. */
    Known value(int index) throws UnknownShapeException {
        return find(index).orElseThrow(UnknownShapeException::new);
    }

    /** Input {@code index} itself, where it is given and known. */
    Optional<Known> find(int index) {
        return node.input(index).flatMap(known::value);
    }

    /** Whole numbers given as input {@code index}; empty where the input is left out. */
    Optional<long[]> integers(int index) throws UnknownShapeException {
        return has(index) ? Optional.of(value(index).integers()) : Optional.empty();
    }

    /** An axis given as an attribute, counted from the front. */
    int axis(String key, long otherwise, int rank) throws GraphException {
        return axis(node.integer(key, otherwise), rank);
    }

    /** An axis counted from the front. */
    int axis(long axis, int rank) throws GraphException {
        long found = axis < 0 ? axis + rank : axis;
        if (found < 0 || found >= rank) {
            throw misfit("axis " + axis + " does not exist in a tensor of rank " + rank);
        }
        return (int) found;
    }

    Optional<Attribute> attribute(String key) {
        return Optional.ofNullable(node.attributes().get(key));
    }

    GraphException misfit(String reason) {
        return new GraphException(node.describe() + " does not fit its inputs: " + reason + ".");
    }
}
