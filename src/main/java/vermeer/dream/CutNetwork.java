package vermeer.dream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.engine.EngineException;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.image.Layout;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;

/**
 * A network from its input to some inner values, for pictures of a chosen size, to which the nodes of a loss are added. What
 * comes after the values is left out, so a convolutional layer can be read at sizes that the network's head could not take.
 */
final class CutNetwork {
    private static final Set<String> RECTIFIERS = Set.of("Relu", "Clip");
    private static final String PREFIX = "vermeer_dream_";

    private final Graph graph;
    private final List<Node> nodes;
    private final Map<String, Constant> constants;
    private final Shapes shapes;

    private CutNetwork(Graph graph, Shapes shapes) {
        this.graph = graph;
        this.shapes = shapes;
        this.nodes = new ArrayList<>(graph.nodes());
        this.constants = new LinkedHashMap<>(graph.constants());
    }

    /**
     * The network up to these values.
     *
     * @throws EngineException where that part of the network cannot take pictures of this size
     */
    static CutNetwork of(OpenModel model, List<String> values, int height, int width) throws EngineException {
        try {
            List<ValueInfo> wanted = new ArrayList<>();
            for (String value : values) {
                wanted.add(new ValueInfo(
                        value, model.shapes().type(value), model.shapes().shape(value)));
            }
            Graph part = model.graph().reachingOnly(wanted);
            ValueInfo input = part.inputs().get(0);
            long[] shape = input.shape().clone();
            int rows = model.profile().layout() == Layout.NCHW ? 2 : 1;
            shape[rows] = height;
            shape[rows + 1] = width;
            Graph sized = part.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape)));
            CutNetwork cut = new CutNetwork(sized, Shapes.infer(sized));
            for (String value : values) {
                cut.shape(value);
            }
            return cut;
        } catch (GraphException refused) {
            throw new EngineException(
                    "This part of the network cannot take pictures of " + width + " x " + height + " pixels: "
                            + refused.getMessage(),
                    refused);
        }
    }

    /** Whether the network up to this value can take pictures of this size. */
    static boolean takes(OpenModel model, String value, int height, int width) {
        try {
            of(model, List.of(value), height, width);
            return true;
        } catch (EngineException refused) {
            return false;
        }
    }

    /** What a rectifier reads, where the value is a rectifier's: it has a gradient also where the rectifier gives 0. */
    static String beforeRectifier(OpenModel model, String value) {
        return Optional.ofNullable(model.graph().producers().get(value))
                .filter(node -> RECTIFIERS.contains(node.operator()))
                .map(node -> node.inputs().get(0))
                .filter(input -> model.shapes().known(input))
                .orElse(value);
    }

    /** The extents of one picture's value, without the batch axis. */
    int[] shape(String value) throws EngineException {
        try {
            long[] shape = shapes.shape(value);
            int[] item = new int[shape.length - 1];
            for (int i = 0; i < item.length; i++) {
                item[i] = Math.toIntExact(shape[i + 1]);
                if (item[i] < 1) {
                    throw new EngineException("This network leaves the size of '" + value + "' open.");
                }
            }
            return item;
        } catch (GraphException unknown) {
            throw new EngineException(unknown.getMessage(), unknown);
        }
    }

    /** Adds a node and returns the value it writes. */
    String add(String operator, Map<String, Attribute> attributes, String... inputs) throws EngineException {
        String output = PREFIX + nodes.size();
        Node node = Node.of(operator, List.of(inputs), output, attributes);
        try {
            shapes.add(node);
        } catch (GraphException impossible) {
            throw new EngineException(impossible.getMessage(), impossible);
        }
        nodes.add(node);
        return output;
    }

    /** Adds a node without attributes and returns the value it writes. */
    String add(String operator, String... inputs) throws EngineException {
        return add(operator, Map.of(), inputs);
    }

    /** Adds a constant and returns its name. */
    String add(Constant constant) {
        String name = PREFIX + "constant_" + constants.size();
        constants.put(name, constant);
        shapes.add(name, constant);
        return name;
    }

    /** The gradient of a value of this network; the caller closes it. */
    PictureGradient gradientOf(OpenModel model, String output) throws EngineException {
        try {
            ValueInfo declared = new ValueInfo(output, ElementType.FLOAT, shapes.shape(output));
            Graph whole = graph.withNodes(nodes, constants).withOutputs(List.of(declared));
            return model.gradientOf(whole.reachingOnly(whole.outputs()), output);
        } catch (GraphException unknown) {
            throw new EngineException(unknown.getMessage(), unknown);
        }
    }
}
