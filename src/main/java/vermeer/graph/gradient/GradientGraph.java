package vermeer.graph.gradient;

import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;

/** The graph under construction, as a {@link GradientRule} sees it: it asks for shapes and adds nodes. */
public interface GradientGraph {

    /** The shape of a value of the forward graph or of one added here; extents as in {@link vermeer.graph}. */
    long[] shape(String value) throws GraphException;

    /** The value itself, where it is known before any run. */
    Optional<Constant> constant(String value);

    /** Whether the gradient of this forward value is wanted, because the input or a wanted inner value is upstream of it. */
    boolean needed(String value);

    /** Adds a node with one output and returns the output's name. Equal nodes are added once. */
    String add(String operator, Map<String, Attribute> attributes, String... inputs) throws GraphException;

    /** Adds a node without attributes. */
    default String add(String operator, String... inputs) throws GraphException {
        return add(operator, Map.of(), inputs);
    }

    /** Adds a constant and returns its name. Equal small constants are added once. */
    String constant(Constant constant);

    /** A float32 scalar constant. */
    default String scalar(float value) {
        return constant(Constant.scalar(value));
    }

    /** An int64 vector constant. */
    default String integers(long... values) {
        return constant(Constant.integers(values));
    }

    /** Reshapes to a shape in which one extent may be a multiple of the batch size. */
    String reshape(String value, long... shape) throws GraphException;

    /** Repeats a value along axes of extent 1, as broadcasting does, to this shape; axes may be missing in front. */
    String expand(String value, long... shape) throws GraphException;

    /** Undoes broadcasting: sums a gradient over the axes that were repeated, down to this shape. */
    String sumTo(String gradient, long... shape) throws GraphException;
}
