package vermeer.graph.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/**
 * The bias gradients of a network: for every operator with a bias, stated or implied, the bias times the gradient that
 * arrives there. With gradient times input they add up to the output (Srinivas and Fleuret, "Full-gradient representation
 * for neural network visualization", 2019).
 *
 * <p>An operator's implied bias is what its output has above its linearisation at this input: {@code f(x) - f'(x) x}.
 */
final class BiasTerms implements Additions {

    /** Operators of which each element's implied bias is read from its input, its output and their gradients. */
    private static final Set<String> ELEMENTWISE = Set.of(
            "Clip",
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
            "Sin",
            "Cos",
            "Pow",
            "BatchNormalization",
            "InstanceNormalization",
            "LayerNormalization",
            "GroupNormalization",
            "LRN",
            "Softmax",
            "LogSoftmax");

    /** Other operators that are not linear, or whose constants are summands. */
    private static final Set<String> IN_TOTAL = Set.of(
            "Sum",
            "Mean",
            "Max",
            "Min",
            "Where",
            "Pad",
            "ReduceSumSquare",
            "ReduceLogSum",
            "ReduceLogSumExp",
            "ReduceProd");

    private final PerPicture pictures;
    private final List<String> sums = new ArrayList<>();
    private final List<String> maps = new ArrayList<>();
    private String total;

    BiasTerms(PerPicture pictures) {
        this.pictures = pictures;
    }

    /** The standard rules, which book bias terms here on their way. */
    Map<String, GradientRule> rules() {
        Map<String, GradientRule> rules = new HashMap<>();
        RuleTable.STANDARD.rules().forEach((operator, standard) -> rules.put(operator, booking(standard)));
        return rules;
    }

    /** The names of the maps booked, last operator first. */
    List<String> maps() {
        return List.copyOf(maps);
    }

    /** The sum of all bias terms, {@code [batch, 1]}; once the rules have run. */
    String total() {
        return total;
    }

    @Override
    public List<String> outputs(GradientGraph graph) throws GraphException {
        total = pictures.total(graph, sums);
        List<String> outputs = new ArrayList<>(maps);
        outputs.add(total);
        return outputs;
    }

    private GradientRule booking(GradientRule standard) {
        return (node, gradients, graph) -> {
            List<Optional<String>> passed = standard.differentiate(node, gradients, graph);
            if (gradients.get(0).isPresent()) {
                Step step = new Step(node, gradients.get(0).get(), graph);
                Optional<String> term = term(step, passed);
                if (term.isPresent()) {
                    book(step, term.get());
                } else if (IN_TOTAL.contains(node.operator())) {
                    bookTotal(step, passed);
                }
            }
            return passed;
        };
    }

    /** What a node's bias adds to the output, broadcast to the node's shape; empty where it has none. */
    static Optional<String> term(Step step, List<Optional<String>> passed) throws GraphException {
        Node node = step.node();
        boolean first = step.graph().needed(step.x());
        boolean second =
                node.inputs().size() > 1 && step.graph().needed(node.inputs().get(1));
        return switch (node.operator()) {
            case "Conv", "ConvTranspose" -> ofConvolution(step);
            case "Gemm" -> ofGemm(step);
            case "Add" ->
                first && second ? Optional.empty() : chained(step, node.inputs().get(first ? 1 : 0), 1);
            case "Sub" ->
                first && second ? Optional.empty() : chained(step, node.inputs().get(first ? 1 : 0), first ? -1 : 1);
            case "Mul", "MatMul", "Einsum" -> first && second ? chained(step, step.y(), -1) : Optional.empty();
            case "Div" -> second ? chained(step, step.y(), first ? 1 : 2) : Optional.empty();
            default -> ELEMENTWISE.contains(node.operator()) ? implied(step, passed) : Optional.empty();
        };
    }

    private static Optional<String> chained(Step step, String bias, float factor) throws GraphException {
        return Optional.of(step.multiply(step.chain(bias), factor));
    }

    private static Optional<String> ofConvolution(Step step) throws GraphException {
        Optional<String> bias = step.node().input(2);
        if (bias.isEmpty()) {
            return Optional.empty();
        }
        long[] shape = LongStream.generate(() -> 1)
                .limit(step.graph().shape(step.y()).length - 1)
                .toArray();
        shape[0] = step.graph().shape(bias.get())[0];
        return chained(step, step.graph().reshape(bias.get(), shape), 1);
    }

    private static Optional<String> ofGemm(Step step) throws GraphException {
        Optional<String> bias = step.node().input(2);
        return bias.isEmpty()
                ? Optional.empty()
                : chained(step, bias.get(), step.node().real("beta", 1));
    }

    private static Optional<String> implied(Step step, List<Optional<String>> passed) throws GraphException {
        return passed.get(0).isEmpty()
                ? Optional.empty()
                : Optional.of(step.subtract(
                        step.chain(step.y()), step.multiply(passed.get(0).get(), step.x())));
    }

    private void book(Step step, String term) throws GraphException {
        sums.add(pictures.sum(step.graph(), term));
        long[] shape = step.graph().shape(term);
        if (shape.length == 4 && shape[0] == pictures.batch() && shape[2] > 1 && shape[3] > 1) {
            maps.add(map(step, term));
        }
    }

    /** An implied bias that has no place: only its sum is booked. */
    private void bookTotal(Step step, List<Optional<String>> passed) throws GraphException {
        sums.add(pictures.sum(step.graph(), step.chain(step.y())));
        for (int i = 0; i < passed.size(); i++) {
            if (passed.get(i).isPresent()) {
                String product =
                        step.multiply(passed.get(i).get(), step.node().inputs().get(i));
                sums.add(step.apply("Neg", pictures.sum(step.graph(), product)));
            }
        }
    }

    /** Absolute values, rescaled to reach from 0 to 1, added over the channels: {@code [batch, 1, rows, columns]}. */
    private static String map(Step step, String term) throws GraphException {
        GradientGraph graph = step.graph();
        String size = step.apply("Abs", term);
        String smallest = perPicture(graph, "ReduceMin", size);
        String range = step.subtract(perPicture(graph, "ReduceMax", size), smallest);
        String divisor = graph.add("Max", range, graph.scalar(Float.MIN_NORMAL));
        String scaled = step.divide(step.subtract(size, smallest), divisor);
        return graph.add("ReduceSum", keeping(1), scaled, graph.integers(1));
    }

    /** Reduces a feature map to {@code [batch, 1, 1, 1]}. */
    private static String perPicture(GradientGraph graph, String operator, String value) throws GraphException {
        return graph.add(operator, keeping(1), value, graph.integers(1, 2, 3));
    }

    private static Map<String, Attribute> keeping(long keep) {
        return Map.of("keepdims", new Attribute.Int(keep));
    }
}
