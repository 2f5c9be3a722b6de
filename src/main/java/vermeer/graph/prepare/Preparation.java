package vermeer.graph.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ReadGraph;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;

/**
 * Makes of a classifier as exported the graph that is run, shown and differentiated: one float32 input, the operator set {@link
 * Upgrade#OPSET}, no shape arithmetic, any number of pictures at once.
 */
public final class Preparation {

    private Preparation() {}

    /**
     * The prepared graph, and what was changed that its user should know.
     *
     * @throws GraphException where the graph is not an image classifier's or cannot be said in the fixed operator set
     */
    public static ReadGraph prepare(Graph graph) throws GraphException {
        return checked(graph, Optional.empty());
    }

    /**
     * As {@link #prepare(Graph)}, for pictures of this size; for networks that leave the size open or can be run at another one.
     *
     * @param graph the graph as read, not a prepared one
     * @throws GraphException where the network cannot take that size, too
     */
    public static ReadGraph prepare(Graph graph, long height, long width) throws GraphException {
        return checked(graph, Optional.of(new long[] {height, width}));
    }

    /** Some files leave the batch open although the network inside fits one picture only, until it is freed here. */
    private static ReadGraph checked(Graph graph, Optional<long[]> size) throws GraphException {
        try {
            return attempt(graph, size);
        } catch (GraphException asDeclared) {
            Optional<Graph> single = forOnePicture(graph);
            if (single.isEmpty()) {
                throw asDeclared;
            }
            try {
                return attempt(single.get(), size);
            } catch (GraphException neither) {
                throw asDeclared;
            }
        }
    }

    private static Optional<Graph> forOnePicture(Graph graph) {
        if (graph.inputs().size() != 1 || graph.inputs().get(0).shape().length == 0) {
            return Optional.empty();
        }
        ValueInfo input = graph.inputs().get(0);
        long[] shape = input.shape().clone();
        boolean open = shape[0] == -1;
        shape[0] = 1;
        return open
                ? Optional.of(graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape))))
                : Optional.empty();
    }

    /** Nodes with too few inputs, impossible axes and the like surface as unchecked exceptions anywhere on the way. */
    private static ReadGraph attempt(Graph graph, Optional<long[]> size) throws GraphException {
        List<String> notices = new ArrayList<>();
        try {
            Graph upgraded = upgraded(graph, notices);
            Graph sized = size.isPresent() ? InputSize.replaced(upgraded, size.get()[0], size.get()[1]) : upgraded;
            return new ReadGraph(declared(Transposes.cancelled(freed(sized, notices))), notices);
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | NegativeArraySizeException e) {
            throw new GraphException(
                    "The network breaks ONNX's rules: a node lacks an input or names what does not exist; export it"
                            + " again.",
                    e);
        }
    }

    /** As {@link #prepare(Graph)}, keeping the notices of reading in front. */
    public static ReadGraph prepare(ReadGraph read) throws GraphException {
        ReadGraph prepared = prepare(read.graph());
        List<String> notices = new ArrayList<>(read.notices());
        notices.addAll(prepared.notices());
        return new ReadGraph(prepared.graph(), notices);
    }

    private static Graph upgraded(Graph graph, List<String> notices) throws GraphException {
        Graph single = InputSize.withChannels(withOneInput(graph));
        return Upgrade.upgrade(FloatInput.of(single, notices));
    }

    private static Graph withOneInput(Graph graph) throws GraphException {
        List<ValueInfo> read = graph.inputs().stream()
                .filter(input -> reads(graph, input.name()))
                .toList();
        if (read.isEmpty()) {
            throw new GraphException("The network has no input that it uses, so there is nothing to explain.");
        }
        if (read.size() > 1) {
            List<String> names = read.stream().map(ValueInfo::name).toList();
            throw new GraphException("The network takes several inputs (" + String.join(", ", names)
                    + "); an image classifier takes one. Export it with the others fixed.");
        }
        return graph.withInputs(read);
    }

    private static boolean reads(Graph graph, String value) {
        return graph.outputs().stream().anyMatch(output -> output.name().equals(value))
                || graph.nodes().stream().anyMatch(node -> reads(node, value));
    }

    private static boolean reads(Node node, String value) {
        return node.inputs().contains(value)
                || node.attributes().values().stream()
                        .anyMatch(attribute -> attribute instanceof Attribute.Body body && reads(body.graph(), value));
    }

    private static Graph freed(Graph sized, List<String> notices) throws GraphException {
        Graph graph = StridedViews.written(sized);
        long batch = graph.inputs().get(0).shape().length == 0
                ? -1
                : graph.inputs().get(0).shape()[0];
        if (batch < 0) {
            return Folding.fold(graph);
        }
        Optional<Graph> free = FreeBatch.free(graph);
        if (free.isPresent()) {
            return free.get();
        }
        notices.add("The file fixes the number of pictures to " + batch
                + " and the network cannot be run on more at once, so methods with many passes take longer.");
        return Folding.fold(graph);
    }

    /** With outputs declared as they are. */
    private static Graph declared(Graph graph) throws GraphException {
        Shapes shapes = Shapes.infer(graph);
        List<ValueInfo> outputs = new ArrayList<>();
        for (ValueInfo output : graph.outputs()) {
            outputs.add(shapes.find(output.name())
                    .map(found -> new ValueInfo(output.name(), found.type(), found.shape()))
                    .orElse(output));
        }
        return graph.withOutputs(outputs);
    }
}
