package vermeer.graph.shape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/**
 * What is known about the values of a graph before any run: element types, shapes with the batch kept symbolic, and the small
 * values that shapes are computed with. It grows by {@link #add(Node)} while a graph is built.
 */
public final class Shapes {
    private static final int SMALL = 1 << 16;

    private final Map<String, TensorType> types = new HashMap<>();
    private final Map<String, Known> values = new HashMap<>();
    private final Map<String, Constant> constants = new HashMap<>();

    /** Nothing known yet. */
    public Shapes() {}

    /**
     * The shapes of all values of a graph. Where an operator is not known here, a graph output has its declared shape and
     * everything else behind it is unknown.
     *
     * @throws GraphException where the inputs of a node cannot fit it, whatever the batch size
     */
    public static Shapes infer(Graph graph) throws GraphException {
        Shapes shapes = new Shapes();
        graph.inputs().forEach(shapes::add);
        graph.constants().forEach(shapes::add);
        for (Node node : graph.nodes()) {
            shapes.add(node);
        }
        for (ValueInfo output : graph.outputs()) {
            shapes.types.putIfAbsent(output.name(), new TensorType(output.type(), output.shape()));
        }
        return shapes;
    }

    /** The same knowledge, which grows apart. */
    public Shapes copy() {
        Shapes copy = new Shapes();
        copy.types.putAll(types);
        copy.values.putAll(values);
        copy.constants.putAll(constants);
        return copy;
    }

    /** Adds an input. */
    public void add(ValueInfo input) {
        types.put(input.name(), new TensorType(input.type(), input.shape()));
    }

    /** Adds a constant. */
    public void add(String name, Constant constant) {
        types.put(name, new TensorType(constant.type(), constant.shape()));
        constants.put(name, constant);
    }

    /**
     * Adds the outputs of a node whose inputs are here already.
     *
     * @throws GraphException where the inputs cannot fit the node; the message names it
     */
    public void add(Node node) throws GraphException {
        Call call = new Call(node, this);
        try {
            List<TensorType> outputs = ShapeRules.infer(call);
            for (int i = 0; i < outputs.size() && i < node.outputs().size(); i++) {
                types.put(node.outputs().get(i), outputs.get(i));
            }
            List<Known> computed = ValueRules.compute(call, outputs, SMALL);
            for (int i = 0; i < computed.size() && i < node.outputs().size(); i++) {
                values.put(node.outputs().get(i), computed.get(i));
                types.put(
                        node.outputs().get(i),
                        new TensorType(computed.get(i).type(), computed.get(i).shape()));
            }
        } catch (UnknownShapeException e) {
            node.outputs().forEach(types::remove);
        } catch (ArithmeticException
                | NegativeArraySizeException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new GraphException(node.describe() + " does not fit its inputs.", e);
        }
    }

    /** Whether the rank and every extent of a value are known, up to the batch size. */
    public boolean known(String value) {
        TensorType found = types.get(value);
        return found != null && Extents.known(found.shape());
    }

    /** The type of a value; empty where not even its rank is known. */
    public Optional<TensorType> find(String value) {
        return Optional.ofNullable(types.get(value));
    }

    /**
     * The shape of a value; unknown extents are {@link Graph#UNKNOWN}.
     *
     * @throws GraphException where not even the rank is known
     */
    public long[] shape(String value) throws GraphException {
        return required(value).shape().clone();
    }

    /**
     * The element type of a value.
     *
     * @throws GraphException where it is not known
     */
    public ElementType type(String value) throws GraphException {
        return required(value).type();
    }

    /** The value itself: a constant of the graph, or one that follows from constants and shapes for every batch size. */
    public Optional<Constant> constant(String value) {
        return constants.containsKey(value)
                ? Optional.of(constants.get(value))
                : Optional.ofNullable(values.get(value)).filter(Known::constant).map(Known::toConstant);
    }

    /** A small int64 vector read as extents, for reshape targets that depend on the batch size; empty where it is none. */
    public Optional<long[]> extents(String value) {
        return value(value)
                .filter(found -> found.type() == ElementType.INT64 && found.shape().length == 1)
                .map(Known::extents);
    }

    /** The value itself where it depends on the batch size and on nothing else that is open; empty for constants. */
    public Optional<BatchValue> batchValue(String value) {
        Known found = values.get(value);
        boolean linear = found != null
                && found.perBatch() != null
                && found.type() != ElementType.FLOAT
                && Arrays.stream(found.fixed()).noneMatch(Double::isNaN);
        return linear ? Optional.of(found.toBatchValue()) : Optional.empty();
    }

    boolean hasValue(String name) {
        Constant constant = constants.get(name);
        return values.containsKey(name) || constant != null && constant.size() <= SMALL;
    }

    Optional<Known> value(String name) {
        Known found = values.get(name);
        Constant constant = constants.get(name);
        if (found == null && constant != null && constant.size() <= SMALL) {
            return Optional.of(Known.of(constant));
        }
        return Optional.ofNullable(found);
    }

    private TensorType required(String value) throws GraphException {
        TensorType found = types.get(value);
        if (found == null) {
            throw new GraphException("The shape of '" + value + "' does not follow from the file.");
        }
        return found;
    }
}
