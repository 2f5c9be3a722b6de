package vermeer.train.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.prepare.MergedNormalisation;
import vermeer.graph.shape.Shapes;

/**
 * A network without its classifier.
 *
 * @param graph from the input to the features, batch normalisations merged where they can be
 * @param shapes the shapes of its values
 * @param features the value of the features, {@code [batch, width]}
 * @param width the number of features
 */
public record Backbone(Graph graph, Shapes shapes, String features, int width) {
    private static final String MEAN = "tuned_pooled";
    private static final String FEATURES = "tuned_features";

    /**
     * Takes the classifier off: the last layer with weights whose input every path passes. Features with rows and columns are
     * averaged over them, tokens over the tokens.
     *
     * @param prepared from the input to the logits, every shape known but for the batch
     * @throws GraphException where the network has no such layer
     */
    public static Backbone of(Graph prepared) throws GraphException {
        Graph merged = MergedNormalisation.merge(prepared);
        Shapes shapes = Shapes.infer(merged);
        List<String> passed =
                Passage.values(merged, shapes, merged.outputs().get(0).name());
        for (int i = merged.nodes().size() - 1; i >= 0; i--) {
            Node node = merged.nodes().get(i);
            if (Weights.isLayer(node, merged) && passed.contains(Weights.data(node, merged))) {
                return pooled(merged, shapes, Weights.data(node, merged));
            }
        }
        throw new GraphException("This network has no classifier that could be replaced: no dense layer or convolution"
                + " near its end is passed by every path, so it cannot be fine-tuned.");
    }

    private static Backbone pooled(Graph merged, Shapes shapes, String value) throws GraphException {
        long[] shape = shapes.shape(value);
        List<Node> nodes = new ArrayList<>(merged.nodes());
        Map<String, Constant> constants = new LinkedHashMap<>(merged.constants());
        String features = value;
        if (shape.length == 4) {
            nodes.add(Node.of("GlobalAveragePool", List.of(value), MEAN, Map.of()));
            features = FEATURES;
            nodes.add(Node.of("Flatten", List.of(MEAN), features, Map.of("axis", new Attribute.Int(1))));
        } else if (shape.length == 3) {
            features = FEATURES;
            constants.put("tuned_axis", Constant.integers(1));
            Map<String, Attribute> flat = Map.of("keepdims", new Attribute.Int(0));
            nodes.add(Node.of("ReduceMean", List.of(value, "tuned_axis"), features, flat));
        } else if (shape.length != 2) {
            throw new GraphException("The features of this network have " + shape.length
                    + " axes, so no new classifier can be put on them.");
        }
        return read(merged.withNodes(nodes, constants), features);
    }

    private static Backbone read(Graph whole, String features) throws GraphException {
        Graph open = whole.reachingOnly(List.of(new ValueInfo(features, ElementType.FLOAT, new long[0])));
        Shapes shapes = Shapes.infer(open);
        long[] shape = shapes.shape(features);
        Graph graph = open.withOutputs(List.of(new ValueInfo(features, ElementType.FLOAT, shape)));
        return new Backbone(graph, shapes, features, Math.toIntExact(shape[1]));
    }

    /** The value that takes pictures. */
    public String input() {
        return graph.inputs().get(0).name();
    }

    /** Whether the features are the means of the value that the old classifier read. */
    public boolean averaged() {
        return features.equals(FEATURES);
    }

    /** The value that the old classifier read. */
    public String classified() {
        Map<String, Node> producers = graph.producers();
        String value = features;
        while (value.equals(FEATURES) || value.equals(MEAN)) {
            value = producers.get(value).inputs().get(0);
        }
        return value;
    }
}
