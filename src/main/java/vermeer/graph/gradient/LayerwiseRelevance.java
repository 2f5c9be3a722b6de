package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.prepare.MergedNormalisation;
import vermeer.graph.shape.Shapes;

/**
 * Layer-wise relevance propagation (Bach and others, 2015; the composite: Montavon and others, "Layer-wise relevance
 * propagation: an overview", 2019). The weighted output is handed back layer by layer; what arrives at the input is each
 * value's relevance. Batch normalisation is merged into the layer before it first. Values: {@link #BIAS}, {@link #EPSILON};
 * with the input's relevance they add up to the weighted output.
 *
 * @param rule which rule is used
 * @param epsilon the stabiliser of denominators, as a share of the root mean square of a layer's output; at least 0
 * @param gamma how much more favoured contributions count in the gamma rule; at least 0
 * @param lowerShare the share of the layers with weights, from the input on, that the composite treats by gamma; 0 to 1
 * @param low the smallest value that each channel of a pixel has in the network's input
 * @param high the largest value
 * @param channelAxis the input's axis that holds channels; the batch is axis 0
 */
public record LayerwiseRelevance(
        RelevanceRule rule,
        float epsilon,
        float gamma,
        double lowerShare,
        List<Float> low,
        List<Float> high,
        int channelAxis)
        implements Propagation {

    /** What biases keep of the output's relevance, {@code [batch, 1]}. */
    public static final String BIAS = "bias";

    /** What stabilisers take of the output's relevance, {@code [batch, 1]}. */
    public static final String EPSILON = "epsilon";

    public LayerwiseRelevance {
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    @Override
    public Optional<String> refusal(Graph prepared, Shapes shapes, String output) {
        Route route = route(prepared, shapes, output);
        SortedSet<String> missing = Differentiation.missing(prepared, shapes, output, table(prepared, route));
        if (!missing.isEmpty()) {
            return Optional.of("LRP has no rule for " + String.join(", ", missing) + ", which this network uses.");
        }
        boolean products = route.backwards().stream()
                .anyMatch(node -> multiplies(node)
                        && node.inputs().stream()
                                        .filter(route.values()::contains)
                                        .count()
                                > 1);
        boolean quotients = route.backwards().stream()
                .anyMatch(node -> node.operator().equals("Div")
                        && route.values().contains(node.inputs().get(1)));
        return products || quotients
                ? Optional.of("LRP has no rule for matrix products and quotients of two values that both depend on the"
                        + " picture, which this network uses.")
                : Optional.empty();
    }

    @Override
    public PropagationGraph apply(Graph prepared, Shapes shapes, String output) throws GraphException {
        Graph merged = MergedNormalisation.merge(prepared);
        Shapes ofMerged = Shapes.infer(merged);
        RelevanceLayers layers = RelevanceLayers.of(merged, route(merged, ofMerged, output), lowerShare);
        Map<String, List<String>> bounds = new HashMap<>();
        Graph bounded = rule == RelevanceRule.COMPOSITE ? withBounds(merged, layers, bounds) : merged;
        Ledger ledger = new Ledger(new PerPicture(merged.inputs().get(0).shape()[0]));
        RuleTable table = table(layers, ledger, bounds);
        DifferentiatedGraph differentiated =
                Differentiation.differentiate(bounded, Shapes.infer(bounded), output, table, ledger);
        return new PropagationGraph(
                differentiated.graph(),
                differentiated.seeds().get(0),
                Optional.empty(),
                output,
                differentiated.inputGradients().get(0),
                Map.of(BIAS, ledger.bias(), EPSILON, ledger.epsilon()),
                List.of(),
                notices(layers));
    }

    private static List<String> notices(RelevanceLayers layers) {
        return layers.skips() == 0
                ? List.of()
                : List.of("this network has " + layers.skips()
                        + " skip connections, on which LRP is known to be unreliable");
    }

    /** With the bounds of the input of every layer that reads pixels: the darkest and the brightest picture, prepared alike. */
    private Graph withBounds(Graph graph, RelevanceLayers layers, Map<String, List<String>> bounds)
            throws GraphException {
        ValueInfo input = graph.inputs().get(0);
        Map<String, Constant> constants = new HashMap<>(graph.constants());
        String dark = Twin.unused("darkest", Twin.taken(graph));
        String bright = Twin.unused("brightest", Twin.taken(graph));
        constants.put(dark, picture(input, low));
        constants.put(bright, picture(input, high));
        Graph preparing = preparing(graph, layers);
        Twin ofDark = Twin.of(preparing, dark);
        Twin ofBright = Twin.of(preparing, bright);
        List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.addAll(ofDark.nodes());
        nodes.addAll(ofBright.nodes());
        for (Node node : graph.nodes()) {
            if (layers.pixel().contains(node.output())) {
                List<String> ends = List.of(
                        ofDark.of(node.inputs().get(0)),
                        ofBright.of(node.inputs().get(0)));
                String lower = node.output() + "/low";
                String upper = node.output() + "/high";
                nodes.add(Node.of("Min", ends, lower, Map.of()));
                nodes.add(Node.of("Max", ends, upper, Map.of()));
                bounds.put(node.output(), List.of(lower, upper));
            }
        }
        return graph.withNodes(nodes, constants);
    }

    /** The part of a graph that makes what the layers that read pixels read. */
    private static Graph preparing(Graph graph, RelevanceLayers layers) {
        List<ValueInfo> read = graph.nodes().stream()
                .filter(node -> layers.pixel().contains(node.output()))
                .map(node -> new ValueInfo(node.inputs().get(0), ElementType.FLOAT, new long[0]))
                .toList();
        return graph.reachingOnly(read);
    }

    private Constant picture(ValueInfo input, List<Float> channels) throws GraphException {
        long[] shape = input.shape().clone();
        shape[0] = 1;
        if (channelAxis >= shape.length || shape[channelAxis] != channels.size()) {
            throw new GraphException(
                    "The network's input has no " + channels.size() + " channels where they should be.");
        }
        int inner = 1;
        for (int axis = channelAxis + 1; axis < shape.length; axis++) {
            inner = Math.toIntExact(inner * shape[axis]);
        }
        int size = 1;
        for (long extent : shape) {
            size = Math.toIntExact(size * extent);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = channels.get(i / inner % channels.size());
        }
        return Constant.floats(shape, values);
    }

    private RuleTable table(Graph graph, Route route) {
        return table(RelevanceLayers.of(graph, route, lowerShare), new Ledger(new PerPicture(1)), Map.of());
    }

    private RuleTable table(RelevanceLayers layers, Ledger ledger, Map<String, List<String>> bounds) {
        LayerRules rules = new LayerRules(ledger, epsilon, gamma);
        return new RuleTable(
                "lrp", new RelevanceRules(this, layers, rules, bounds).byOperator(), RuleTable.Requirement.NONE);
    }

    private static Route route(Graph graph, Shapes shapes, String output) {
        return Route.between(graph, shapes, List.of(graph.inputs().get(0).name()), output);
    }

    private static boolean multiplies(Node node) {
        return List.of("MatMul", "Gemm", "Conv", "ConvTranspose").contains(node.operator());
    }
}
