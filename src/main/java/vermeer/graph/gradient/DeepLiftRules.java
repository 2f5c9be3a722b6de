package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * DeepLIFT's multipliers by the rescale rule (Shrikumar, Greenside, Kundaje, "Learning important features through propagating
 * activation differences", 2017). A multiplier times the input's difference from the baseline is a share of the output's
 * difference, and all shares add up to that.
 *
 * <p>Linear operators have the standard rules. A function of one value has the slope between its baseline and its value. A
 * product hands each factor the mean of the other's two values. A maximum over a window hands its difference to the places of
 * the two maxima, as Captum does.
 */
final class DeepLiftRules {

    /** Differences smaller than this are divided by nothing; the gradient takes the slope's place. */
    private static final float TINY = 1e-6f;

    private static final Set<String> FUNCTIONS = Set.of(
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
            "Erf",
            "Gelu",
            "Exp",
            "Log",
            "Sqrt",
            "Reciprocal",
            "Abs",
            "Sin",
            "Cos",
            "Pow");

    /** Operators with a gradient for which the rescale rule says nothing. */
    static final Set<String> WITHOUT_RULE = Set.of(
            "LpPool",
            "GlobalLpPool",
            "LRN",
            "InstanceNormalization",
            "LayerNormalization",
            "GroupNormalization",
            "Softmax",
            "LogSoftmax",
            "ReduceL1",
            "ReduceLogSum",
            "ReduceLogSumExp",
            "ReduceProd");

    private final Twin baseline;

    private DeepLiftRules(Twin baseline) {
        this.baseline = baseline;
    }

    /**
     * The rules of operators that are not linear.
     *
     * @param baseline where the baseline's inner values are
     */
    static Map<String, GradientRule> of(Twin baseline) {
        DeepLiftRules deepLift = new DeepLiftRules(baseline);
        Map<String, GradientRule> standard = RuleTable.STANDARD.rules();
        Map<String, GradientRule> rules = new HashMap<>();
        FUNCTIONS.forEach(operator -> rules.put(operator, deepLift.rescaled(standard.get(operator))));
        for (String operator : List.of("Mul", "MatMul", "Gemm", "Einsum")) {
            rules.put(operator, deepLift.product(standard.get(operator)));
        }
        for (String operator : List.of("MaxPool", "GlobalMaxPool", "ReduceMax")) {
            rules.put(operator, deepLift.extreme("Max", (FirstInputRule) standard.get(operator)));
        }
        rules.put("ReduceMin", deepLift.extreme("Min", (FirstInputRule) standard.get("ReduceMin")));
        rules.put("Max", (node, gradients, graph) -> deepLift.larger(node, gradients, graph, true));
        rules.put("Min", (node, gradients, graph) -> deepLift.larger(node, gradients, graph, false));
        rules.put("Div", deepLift::quotient);
        FirstInputRule squares = deepLift::sumOfSquares;
        FirstInputRule norm = deepLift::norm;
        rules.put("ReduceSumSquare", squares);
        rules.put("ReduceL2", norm);
        return rules;
    }

    private GradientRule rescaled(GradientRule standard) {
        return (node, gradients, graph) -> {
            requireOnlyFirst(node, graph);
            List<Optional<String>> exact = standard.differentiate(node, gradients, graph);
            if (exact.get(0).isEmpty()) {
                return exact;
            }
            Step step = new Step(node, gradients.get(0).orElseThrow(), graph);
            String shares = step.chain(difference(step, step.y()));
            List<Optional<String>> result = new ArrayList<>(exact);
            result.set(0, Optional.of(multiplier(step, shares, exact.get(0).get())));
            return result;
        };
    }

    /** Shares divided by the input's differences; the gradient where there is no difference. */
    private String multiplier(Step step, String shares, String gradient) throws GraphException {
        GradientGraph graph = step.graph();
        String change = difference(step, step.x());
        String same = graph.add("Less", step.apply("Abs", change), graph.scalar(TINY));
        String divisor = graph.add("Where", same, graph.scalar(1), change);
        return graph.add("Where", same, gradient, step.divide(shares, divisor));
    }

    private GradientRule product(GradientRule standard) {
        return (node, gradients, graph) -> {
            List<String> factors = node.inputs();
            if (factors.size() < 2 || !graph.needed(factors.get(0)) || !graph.needed(factors.get(1))) {
                return standard.differentiate(node, gradients, graph);
            }
            Step step = new Step(node, gradients.get(0).orElseThrow(), graph);
            List<Optional<String>> result = new ArrayList<>(
                    standard.differentiate(with(node, 1, mean(step, factors.get(1))), gradients, graph));
            List<Optional<String>> second =
                    standard.differentiate(with(node, 0, mean(step, factors.get(0))), gradients, graph);
            result.set(1, second.get(1));
            return result;
        };
    }

    /** {@code a / b} as the product of {@code a} and {@code 1 / b}. */
    private List<Optional<String>> quotient(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        Step step = new Step(node, gradients.get(0).orElseThrow(), graph);
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        String reciprocal = step.apply("Reciprocal", b);
        String ofBaseline = step.apply("Reciprocal", baseline.of(b));
        Optional<String> ofA = Optional.empty();
        if (graph.needed(a)) {
            String factor = step.multiply(step.add(reciprocal, ofBaseline), 0.5f);
            ofA = Optional.of(graph.sumTo(step.chain(factor), graph.shape(a)));
        }
        Optional<String> ofB = Optional.empty();
        if (graph.needed(b)) {
            String slope = step.apply("Neg", step.multiply(reciprocal, ofBaseline));
            ofB = Optional.of(graph.sumTo(step.multiply(step.chain(mean(step, a)), slope), graph.shape(b)));
        }
        return List.of(ofA, ofB);
    }

    /** A maximum over places: what it gains goes to the place of its own maximum, what it lost to that of the baseline's. */
    private GradientRule extreme(String operator, FirstInputRule standard) {
        FirstInputRule rule = step -> {
            String y = step.y();
            String ofBaseline = baseline.of(y);
            String extreme = step.graph().add(operator, y, ofBaseline);
            String gained = step.chain(step.subtract(extreme, ofBaseline));
            String lost = step.chain(step.subtract(y, extreme));
            String shares = step.add(
                    standard.gradient(new Step(step.node(), gained, step.graph())),
                    standard.gradient(new Step(baseline.of(step.node()), lost, step.graph())));
            return multiplier(step, shares, standard.gradient(step));
        };
        return rule;
    }

    /** {@code max(a, b) = b + relu(a - b)} and {@code min(a, b) = a - relu(a - b)}, with the rescaled ReLU. */
    private List<Optional<String>> larger(
            Node node, List<Optional<String>> gradients, GradientGraph graph, boolean largest) throws GraphException {
        if (node.inputs().size() != 2) {
            throw new GraphException("The operator " + node.describe() + " compares "
                    + node.inputs().size() + " values, for which DeepLIFT has no rule.");
        }
        Step step = new Step(node, gradients.get(0).orElseThrow(), graph);
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        String lead = step.subtract(a, b);
        String ofBaseline = step.subtract(baseline.of(a), baseline.of(b));
        String change = step.subtract(lead, ofBaseline);
        String same = graph.add("Less", step.apply("Abs", change), graph.scalar(TINY));
        String rise = step.subtract(step.apply("Relu", lead), step.apply("Relu", ofBaseline));
        String slope = step.divide(rise, graph.add("Where", same, graph.scalar(1), change));
        String share = graph.add("Where", same, step.aboveOrHalf(lead), slope);
        String rest = step.subtract(1, share);
        List<Optional<String>> result = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String input = node.inputs().get(i);
            String factor = largest == (i == 0) ? share : rest;
            result.add(
                    graph.needed(input)
                            ? Optional.of(graph.sumTo(step.chain(factor), graph.shape(input)))
                            : Optional.empty());
        }
        return result;
    }

    private String sumOfSquares(Step step) throws GraphException {
        String gradient = step.graph().reshape(step.gradient(), ReductionRules.kept(step));
        return step.multiply(step.add(step.x(), baseline.of(step.x())), gradient);
    }

    /** The norm's difference is that of its square, divided by the sum of both norms. */
    private String norm(Step step) throws GraphException {
        String norms = step.add(step.y(), baseline.of(step.y()));
        String gradient = step.divide(
                step.gradient(), step.graph().add("Max", norms, step.graph().scalar(1e-30f)));
        String kept = step.graph().reshape(gradient, ReductionRules.kept(step));
        return step.multiply(step.add(step.x(), baseline.of(step.x())), kept);
    }

    private String difference(Step step, String value) throws GraphException {
        return step.subtract(value, baseline.of(value));
    }

    private String mean(Step step, String value) throws GraphException {
        String other = baseline.of(value);
        return other.equals(value) ? value : step.multiply(step.add(value, other), 0.5f);
    }

    private static void requireOnlyFirst(Node node, GradientGraph graph) throws GraphException {
        for (int i = 1; i < node.inputs().size(); i++) {
            if (graph.needed(node.inputs().get(i))) {
                throw new GraphException("The operator " + node.describe()
                        + " has parameters that depend on the picture, for which DeepLIFT has no rule.");
            }
        }
    }

    private static Node with(Node node, int index, String input) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(index, input);
        return new Node(node.name(), node.domain(), node.operator(), inputs, node.outputs(), node.attributes());
    }
}
