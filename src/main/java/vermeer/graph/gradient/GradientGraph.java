package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** The graph under construction, as a {@link GradientRule} sees it: it asks for shapes and adds nodes. */
public interface GradientGraph {

    /** The shape of a value of the forward graph or of one added here; extents as in {@link vermeer.graph}. */
    long[] shape(String value) throws GraphException;

    /** The element type of a value of the forward graph or of one added here. */
    ElementType type(String value) throws GraphException;

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

    /** Adds a node with several outputs and returns their names. Equal nodes are added once. */
    List<String> addAll(String operator, Map<String, Attribute> attributes, int outputs, String... inputs)
            throws GraphException;

    /**
     * The name of an optional output of a node of the forward graph, such as the {@code Indices} of {@code MaxPool}, which
     * the node is made to write if it does not yet.
     */
    String alsoOutput(Node node, int index) throws GraphException;

    /**
     * Adds a constant that is calculated from another, such as transposed weights, and returns its name. It is calculated
     * once however often it is asked for.
     *
     * @param how names the calculation
     */
    String derived(String constant, String how, UnaryOperator<Constant> calculation);

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
