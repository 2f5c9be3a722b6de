package vermeer.train.cut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.gradient.DifferentiatedGraph;
import vermeer.graph.gradient.Differentiation;
import vermeer.graph.gradient.RuleTable;
import vermeer.graph.shape.Shapes;

/**
 * One step's arithmetic as one graph: from a batch of cached values, targets and the present weights to probabilities and to
 * the gradients of the loss {@code sum_i weight_i * crossEntropy(target_i, softmax(logits_i))}.
 *
 * @param graph reads {@code input}, {@link #TARGETS}, {@link #SHARES}, {@link #MASK} and every trained weight under its name
 * @param input the cached value, {@code [batch, ...]}
 * @param gradients by trained weight the output that holds its gradient, shaped as the weight
 */
public record TrainingGraph(Graph graph, String input, Map<String, String> gradients) {
    /** The targets' probabilities, {@code [batch, classes]}, each row adding up to 1. */
    public static final String TARGETS = "training_targets";

    /** How much each picture counts, {@code [batch, 1]}; 0 for those that only fill the batch. */
    public static final String SHARES = "training_shares";

    /** What the features are multiplied by, {@code [batch, inputs]}: 0 where one is dropped. */
    public static final String MASK = "training_mask";

    private static final String DROPPED = "training_features";

    public TrainingGraph {
        gradients = Map.copyOf(gradients);
    }

    /**
     * Builds the graph.
     *
     * @param constants the present values of the tail's weights that are not trained
     * @param trained the weights that are trained besides the head's
     * @param inputs the number of features
     * @param batch the number of pictures in a batch
     * @throws GraphException where an operator of the tail cannot be differentiated
     */
    public static TrainingGraph of(
            Tail tail, Map<String, Constant> constants, Set<String> trained, int inputs, int classes, int batch)
            throws GraphException {
        Graph forward = forward(tail, constants, trained, inputs, classes, batch);
        List<String> wanted = new ArrayList<>(trained);
        wanted.add(NewHead.WEIGHTS);
        wanted.add(NewHead.BIAS);
        DifferentiatedGraph differentiated = Differentiation.differentiate(
                forward, Shapes.infer(forward), NewHead.LOGITS, RuleTable.TRAINING, wanted, 1);
        return withLoss(differentiated, wanted, forward, batch, classes);
    }

    /** From the cached value and the trained weights to the logits, with a batch of known size. */
    private static Graph forward(
            Tail tail, Map<String, Constant> constants, Set<String> trained, int inputs, int classes, int batch)
            throws GraphException {
        Graph graph = tail.graph();
        Map<String, Constant> kept = new LinkedHashMap<>(graph.constants());
        constants.forEach((name, constant) -> kept.computeIfPresent(name, (same, old) -> constant));
        kept.keySet().removeAll(trained);
        long[] shape = tail.input().shape().clone();
        shape[0] = batch;
        List<ValueInfo> read = new ArrayList<>();
        read.add(new ValueInfo(tail.input().name(), ElementType.FLOAT, shape));
        for (String weights : trained) {
            read.add(new ValueInfo(
                    weights, ElementType.FLOAT, graph.constants().get(weights).shape()));
        }
        read.add(new ValueInfo(NewHead.WEIGHTS, ElementType.FLOAT, new long[] {inputs, classes}));
        read.add(new ValueInfo(NewHead.BIAS, ElementType.FLOAT, new long[] {classes}));
        read.add(new ValueInfo(MASK, ElementType.FLOAT, new long[] {batch, inputs}));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.add(Node.of("Mul", List.of(tail.features(), MASK), DROPPED, Map.of()));
        nodes.add(HeadGraph.dense(DROPPED));
        ValueInfo logits = new ValueInfo(NewHead.LOGITS, ElementType.FLOAT, new long[] {batch, classes});
        Graph whole = new Graph("training", graph.opset(), read, List.of(logits), nodes, kept, Map.of());
        return DepthwiseProducts.of(whole, trained);
    }

    /** The seed of the gradient, {@code (softmax(logits) - target) * share}, is computed right after the logits. */
    private static TrainingGraph withLoss(
            DifferentiatedGraph differentiated, List<String> wanted, Graph forward, int batch, int classes) {
        Graph graph = differentiated.graph();
        String seed = differentiated.seeds().get(0);
        List<Node> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            nodes.add(node);
            if (node.outputs().contains(NewHead.LOGITS)) {
                nodes.add(HeadGraph.softmax());
                nodes.add(Node.of("Sub", List.of(HeadGraph.PROBABILITIES, TARGETS), "training_difference", Map.of()));
                nodes.add(Node.of("Mul", List.of("training_difference", SHARES), seed, Map.of()));
            }
        }
        List<ValueInfo> inputs = new ArrayList<>(forward.inputs());
        inputs.add(new ValueInfo(TARGETS, ElementType.FLOAT, new long[] {batch, classes}));
        inputs.add(new ValueInfo(SHARES, ElementType.FLOAT, new long[] {batch, 1}));
        List<ValueInfo> outputs = new ArrayList<>();
        outputs.add(new ValueInfo(HeadGraph.PROBABILITIES, ElementType.FLOAT, new long[] {batch, classes}));
        Map<String, String> gradients = new LinkedHashMap<>();
        for (String value : wanted) {
            String gradient = differentiated.innerGradients().get(value).get(0);
            gradients.put(value, gradient);
            graph.outputs().stream()
                    .filter(output -> output.name().equals(gradient))
                    .forEach(outputs::add);
        }
        Graph complete =
                graph.withNodes(nodes, graph.constants()).withInputs(inputs).reachingOnly(outputs);
        return new TrainingGraph(complete, forward.inputs().get(0).name(), gradients);
    }
}
