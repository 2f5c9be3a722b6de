package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/**
 * What layer-wise relevance propagation has to know of a network's layers.
 *
 * @param pixel layers with weights that have none before them: they read pixels
 * @param lower the lower layers with weights, those included
 * @param notNegative values that cannot be negative
 * @param skips how many additions join a layer's output with an earlier one's
 */
record RelevanceLayers(Set<String> pixel, Set<String> lower, Set<String> notNegative, int skips) {
    private static final Set<String> WEIGHTED = Set.of("Conv", "Gemm", "MatMul");
    private static final Set<String> NEVER_NEGATIVE =
            Set.of("Relu", "Sigmoid", "HardSigmoid", "Softplus", "Exp", "Abs");
    private static final Set<String> KEEPING_SIGN = Set.of(
            "MaxPool",
            "GlobalMaxPool",
            "AveragePool",
            "GlobalAveragePool",
            "ReduceMean",
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Transpose",
            "Slice",
            "Identity",
            "Dropout",
            "Concat",
            "Add",
            "Split");

    /**
     * The layers of a graph.
     *
     * @param route what lies between input and output
     * @param lowerShare the share of the layers with weights that counts as lower, 0 to 1
     */
    static RelevanceLayers of(Graph graph, Route route, double lowerShare) {
        List<Node> nodes = new ArrayList<>(route.backwards());
        Collections.reverse(nodes);
        List<String> weighted = new ArrayList<>();
        Set<String> behindWeights = new HashSet<>();
        Set<String> pixel = new HashSet<>();
        Set<String> notNegative = new HashSet<>();
        int skips = 0;
        for (Node node : nodes) {
            boolean behind = node.inputs().stream().anyMatch(behindWeights::contains);
            if (isWeighted(node, route.values())) {
                weighted.add(node.output());
                if (!behind) {
                    pixel.add(node.output());
                }
                behind = true;
            }
            if (behind) {
                behindWeights.addAll(node.outputs());
            }
            if (staysNotNegative(node, notNegative, graph.constants())) {
                notNegative.addAll(node.outputs());
            }
            skips += joins(node, route.values()) ? 1 : 0;
        }
        int count = (int) Math.round(lowerShare * weighted.size());
        return new RelevanceLayers(pixel, Set.copyOf(weighted.subList(0, count)), notNegative, skips);
    }

    /** Whether a node is a layer with weights of its own, on its right-hand side. */
    static boolean isWeighted(Node node, Set<String> ofPicture) {
        return WEIGHTED.contains(node.operator())
                && ofPicture.contains(node.inputs().get(0))
                && !ofPicture.contains(node.inputs().get(1))
                && node.real("alpha", 1) > 0;
    }

    private static boolean joins(Node node, Set<String> ofPicture) {
        return Set.of("Add", "Sum").contains(node.operator())
                && node.inputs().stream().filter(ofPicture::contains).count() > 1;
    }

    private static boolean staysNotNegative(Node node, Set<String> notNegative, Map<String, Constant> constants) {
        if (node.operator().equals("Clip")) {
            return node.input(1)
                    .map(constants::get)
                    .filter(low -> low.size() == 1 && low.toFloats()[0] >= 0)
                    .isPresent();
        }
        if (NEVER_NEGATIVE.contains(node.operator())) {
            return true;
        }
        boolean several = Set.of("Concat", "Add").contains(node.operator());
        return KEEPING_SIGN.contains(node.operator())
                && (several
                        ? notNegative.containsAll(node.inputs())
                        : notNegative.contains(node.inputs().get(0)));
    }
}
