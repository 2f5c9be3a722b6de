package vermeer.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import vermeer.graph.Graph;
import vermeer.graph.Node;

/**
 * What guided backpropagation and deconvolution ask of a network: ReLUs, and no other activation function, because only for
 * a ReLU is it defined what they do.
 *
 * @param method the method as a sentence begins with it
 */
record OnlyRectifiers(String method) implements RuleTable.Requirement {

    /** Activation functions that are no ReLU. */
    static final Set<String> OTHERS = Set.of(
            "LeakyRelu",
            "PRelu",
            "ThresholdedRelu",
            "Elu",
            "Selu",
            "Celu",
            "Sigmoid",
            "HardSigmoid",
            "HardSwish",
            "Tanh",
            "Softplus",
            "Softsign",
            "Mish",
            "Erf",
            "Gelu");

    /** The shift at which a ReLU6 is no rectifier but a hard sigmoid, as older exporters write it. */
    private static final float HARD_SIGMOID_SHIFT = 3;

    @Override
    public Optional<String> unmet(Graph graph, List<Node> route) {
        SortedSet<String> others = new TreeSet<>();
        boolean rectifies = false;
        for (Node node : route) {
            if (OTHERS.contains(node.operator())) {
                others.add(name(node, route));
            } else if (isHardSigmoid(node, graph)) {
                others.add("hard sigmoid");
            } else {
                rectifies |= isRectifier(node, graph);
            }
        }
        if (!others.isEmpty()) {
            return Optional.of(method + " is defined for networks whose only activation is ReLU; this one uses "
                    + String.join(", ", others) + ".");
        }
        return rectifies
                ? Optional.empty()
                : Optional.of(method + " changes how gradients pass through ReLUs, of which this network has none.");
    }

    private static boolean isRectifier(Node node, Graph graph) {
        return node.operator().equals("Relu")
                || node.operator().equals("Clip")
                        && RectifierRules.isRectifier(
                                node,
                                value -> Optional.ofNullable(graph.constants().get(value)));
    }

    /** The field's name, where an exporter wrote an activation in several operators. */
    private static String name(Node node, List<Node> route) {
        if (node.operator().equals("Sigmoid")) {
            Set<String> gated = Set.of(node.inputs().get(0), node.output());
            boolean silu = route.stream()
                    .anyMatch(other -> other.operator().equals("Mul") && gated.equals(Set.copyOf(other.inputs())));
            return silu ? "SiLU" : "Sigmoid";
        }
        return Map.of("Erf", "GELU", "Gelu", "GELU").getOrDefault(node.operator(), node.operator());
    }

    private static boolean isHardSigmoid(Node node, Graph graph) {
        if (!node.operator().equals("Clip") || !isRectifier(node, graph)) {
            return false;
        }
        return graph.nodes().stream()
                .filter(other -> other.operator().equals("Add")
                        && other.outputs().contains(node.inputs().get(0)))
                .flatMap(add -> add.inputs().stream())
                .flatMap(input -> Stream.ofNullable(graph.constants().get(input)))
                .anyMatch(constant -> constant.size() == 1 && constant.toFloats()[0] == HARD_SIGMOID_SHIFT);
    }
}
