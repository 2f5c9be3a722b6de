package vermeer.graph.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

/** The height and width of the pictures that a network takes, and replacing them. */
public final class InputSize {

    private InputSize() {}

    /**
     * Where the channels lie in the input: axis 1 (NCHW) or 3 (NHWC); empty where the input is not a batch of pictures.
     */
    public static Optional<Integer> channelAxis(Graph graph) {
        long[] shape = graph.inputs().get(0).shape();
        if (shape.length != 4) {
            return Optional.empty();
        }
        boolean last = channels(shape[3]) && !channels(shape[1]);
        return Optional.of(last ? 3 : 1);
    }

    private static boolean channels(long extent) {
        return extent == 1 || extent == 3 || extent == 4;
    }

    /** Whether height or width are left open by the file, so that a size has to be chosen before anything can be explained. */
    public static boolean open(Graph graph) {
        long[] shape = graph.inputs().get(0).shape();
        return !Extents.known(shape);
    }

    /**
     * The graph for pictures of another size; not yet folded.
     *
     * @throws GraphException where the network cannot take that size; the message says which node does not fit
     */
    static Graph replaced(Graph graph, long height, long width) throws GraphException {
        ValueInfo input = graph.inputs().get(0);
        Optional<Integer> channels = channelAxis(graph);
        if (channels.isEmpty()) {
            throw new GraphException(
                    "The network takes " + Extents.text(input.shape()) + ", which has no height and width.");
        }
        long[] shape = input.shape().clone();
        int first = channels.get() == 1 ? 2 : 1;
        shape[first] = height;
        shape[first + 1] = width;
        Graph resized = graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape)));
        try {
            Shapes.infer(resized);
        } catch (GraphException e) {
            throw new GraphException(
                    "The network cannot take pictures of " + width + " x " + height + " pixels: " + e.getMessage(), e);
        }
        return resized;
    }

    /** The graph with the number of channels that its first convolution asks for, where the input does not say it. */
    static Graph withChannels(Graph graph) throws GraphException {
        ValueInfo input = graph.inputs().get(0);
        for (Node node : graph.nodes()) {
            boolean reads = !node.inputs().isEmpty() && node.inputs().get(0).equals(input.name());
            if (reads
                    && node.operator().equals("Conv")
                    && graph.constants().containsKey(node.inputs().get(1))) {
                long[] weights = graph.constants().get(node.inputs().get(1)).shape();
                long[] shape =
                        input.shape().length == weights.length ? input.shape().clone() : open(weights.length);
                if (shape.length > 1 && shape[1] == Graph.UNKNOWN) {
                    shape[1] = weights[1] * node.integer("group", 1);
                }
                return graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape)));
            }
        }
        return graph;
    }

    private static long[] open(int rank) {
        long[] shape = new long[rank];
        Arrays.fill(shape, Graph.UNKNOWN);
        shape[0] = -1;
        return shape;
    }
}
