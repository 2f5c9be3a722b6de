package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * How relevance passes through each operator. What goes backwards is relevance itself, not a gradient: an activation function
 * hands it on as it is, a maximum to the place of the maximum, an operator that moves values to where they came from.
 *
 * @param relevance the settings
 * @param layers the network's layers
 * @param rules those of layers
 * @param bounds the bounds of each layer's input that reads pixels, lower first, by the layer's output
 */
record RelevanceRules(
        LayerwiseRelevance relevance, RelevanceLayers layers, LayerRules rules, Map<String, List<String>> bounds) {

    /** Functions of one value, and what only scales it. */
    private static final Set<String> HANDING_ON = Set.of(
            "Relu",
            "Clip",
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
            "Gelu",
            "Neg",
            "Identity",
            "Dropout",
            "LRN");

    /** Operators that move values or choose among them: relevance goes back as a gradient does. */
    private static final Set<String> MOVING = Set.of(
            "Reshape",
            "Flatten",
            "Squeeze",
            "Unsqueeze",
            "Transpose",
            "Expand",
            "Tile",
            "Cast",
            "DepthToSpace",
            "SpaceToDepth",
            "Gather",
            "GatherElements",
            "Slice",
            "Pad",
            "Concat",
            "Split",
            "MaxPool",
            "GlobalMaxPool",
            "ReduceMax",
            "ReduceMin",
            "Max",
            "Min",
            "Where");

    /** Operators that move values and may put constants among them. */
    private static final Set<String> WITH_CONSTANTS = Set.of("Pad", "Concat", "Max", "Min", "Where");

    private static final Set<String> LINEAR = Set.of(
            "Add",
            "Sub",
            "Sum",
            "Mean",
            "AveragePool",
            "GlobalAveragePool",
            "ReduceMean",
            "ReduceSum",
            "Resize",
            "BatchNormalization",
            "ConvTranspose");

    Map<String, GradientRule> byOperator() {
        Map<String, GradientRule> standard = RuleTable.STANDARD.rules();
        Map<String, GradientRule> all = new HashMap<>(NoGradientRules.RULES);
        FirstInputRule handingOn = Step::gradient;
        HANDING_ON.forEach(operator -> all.put(operator, handingOn));
        MOVING.forEach(operator -> all.put(operator, standard.get(operator)));
        WITH_CONSTANTS.forEach(operator -> all.put(operator, booking(standard.get(operator))));
        LINEAR.forEach(operator -> all.put(operator, this::linear));
        for (String operator : List.of("Conv", "Gemm", "MatMul")) {
            all.put(operator, this::weighted);
        }
        BroadcastRule product = RelevanceRules::product;
        all.put("Mul", product);
        BroadcastRule quotient = RelevanceRules::quotient;
        all.put("Div", quotient);
        return all;
    }

    private GradientRule booking(GradientRule standard) {
        return (node, arriving, graph) -> {
            List<Optional<String>> passed = standard.differentiate(node, arriving, graph);
            boolean constants =
                    node.operator().equals("Pad") || node.inputs().stream().anyMatch(input -> !graph.needed(input));
            if (constants) {
                rules.ledger()
                        .rest(
                                graph,
                                arriving.get(0).orElseThrow(),
                                passed.stream().flatMap(Optional::stream).toList());
            }
            return passed;
        };
    }

    private List<Optional<String>> linear(Node node, List<Optional<String>> arriving, GradientGraph graph)
            throws GraphException {
        return rules.linear(node, arriving.get(0).orElseThrow(), graph);
    }

    private List<Optional<String>> weighted(Node node, List<Optional<String>> arriving, GradientGraph graph)
            throws GraphException {
        if (node.inputs().stream().filter(graph::needed).count() > 1) {
            throw new GraphException("The operator " + node.describe()
                    + " multiplies two values that depend on the picture, for which LRP has no rule.");
        }
        RelevanceRule rule = relevance.rule();
        boolean plain = node.inputs().size() < 2 || !graph.needed(node.inputs().get(0)) || node.real("alpha", 1) <= 0;
        String y = node.output();
        boolean reads = rule == RelevanceRule.COMPOSITE && bounds.containsKey(y);
        boolean favours = rule == RelevanceRule.COMPOSITE && layers.lower().contains(y);
        if (plain || rule == RelevanceRule.EPSILON || rule == RelevanceRule.COMPOSITE && !reads && !favours) {
            return linear(node, arriving, graph);
        }
        WeightedLayer layer = new WeightedLayer(new Step(node, arriving.get(0).orElseThrow(), graph));
        boolean notNegative = layers.notNegative().contains(node.inputs().get(0));
        String passed;
        if (reads) {
            passed = rules.bounded(layer, bounds.get(y).get(0), bounds.get(y).get(1));
        } else {
            passed = favours ? rules.favouring(layer, notNegative) : rules.positive(layer, notNegative);
        }
        List<Optional<String>> result =
                new ArrayList<>(Collections.nCopies(node.inputs().size(), Optional.empty()));
        result.set(0, Optional.of(passed));
        return result;
    }

    /** A constant factor changes nothing; a gate that is spread over the other factor gets nothing; equals share evenly. */
    private static Optional<String> product(Step step, int index) throws GraphException {
        GradientGraph graph = step.graph();
        String own = step.node().inputs().get(index);
        String other = step.node().inputs().get(1 - index);
        if (!graph.needed(other)) {
            return Optional.of(step.gradient());
        }
        long[] shape = graph.shape(step.y());
        boolean whole = Arrays.equals(graph.shape(own), shape);
        boolean otherWhole = Arrays.equals(graph.shape(other), shape);
        if (whole == otherWhole) {
            return Optional.of(step.multiply(step.gradient(), 0.5f));
        }
        return whole ? Optional.of(step.gradient()) : Optional.empty();
    }

    private static Optional<String> quotient(Step step, int index) throws GraphException {
        if (step.graph().needed(step.node().inputs().get(1))) {
            throw new GraphException("The operator " + step.node().describe()
                    + " divides by a value that depends on the picture, for which LRP has no rule.");
        }
        return Optional.of(step.gradient());
    }
}
