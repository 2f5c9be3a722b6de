package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.Attribute;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** Activation functions other than {@link RectifierRules ReLU}. Derivatives at kinks are PyTorch's. */
final class ActivationRules {
    private static final float SELU_ALPHA = 1.67326319217681884765625f;
    private static final float SELU_GAMMA = 1.05070102214813232421875f;

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private ActivationRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = new HashMap<>();
        rules.put("LeakyRelu", ActivationRules::leakyRelu);
        rules.put("ThresholdedRelu", ActivationRules::thresholdedRelu);
        rules.put("Elu", ActivationRules::elu);
        rules.put("Selu", ActivationRules::selu);
        rules.put("Celu", ActivationRules::celu);
        rules.put("Sigmoid", ActivationRules::sigmoid);
        rules.put("HardSigmoid", ActivationRules::hardSigmoid);
        rules.put("HardSwish", ActivationRules::hardSwish);
        rules.put("Tanh", step -> step.chain(step.subtract(1, step.square(step.y()))));
        rules.put("Softplus", step -> step.chain(step.apply("Sigmoid", step.x())));
        rules.put("Softsign", ActivationRules::softsign);
        rules.put("Mish", ActivationRules::mish);
        Map<String, GradientRule> all = new HashMap<>(rules);
        all.put("PRelu", ActivationRules::prelu);
        return all;
    }

    private static String leakyRelu(Step step) throws GraphException {
        float slope = step.node().real("alpha", 0.01f);
        return step.chain(slopes(step, slope, 1));
    }

    /** {@code left} where the input is 0 or below, {@code right} above. */
    private static String slopes(Step step, float left, float right) throws GraphException {
        return step.add(step.multiply(step.above(step.x()), right - left), left);
    }

    private static List<Optional<String>> prelu(Node node, List<Optional<String>> gradients, GradientGraph graph)
            throws GraphException {
        Step step = new Step(node, gradients.get(0).orElseThrow(), graph);
        String slope = node.inputs().get(1);
        Optional<String> ofInput = Optional.empty();
        if (graph.needed(step.x())) {
            String rise = step.multiply(step.above(step.x()), step.subtract(1, slope));
            ofInput = Optional.of(step.chain(step.add(rise, slope)));
        }
        Optional<String> ofSlope = Optional.empty();
        if (graph.needed(slope)) {
            String negativePart = graph.add("Min", step.x(), graph.scalar(0));
            ofSlope = Optional.of(graph.sumTo(step.chain(negativePart), graph.shape(slope)));
        }
        return List.of(ofInput, ofSlope);
    }

    private static String thresholdedRelu(Step step) throws GraphException {
        float threshold = step.node().real("alpha", 1);
        return step.chain(step.above(step.add(step.x(), -threshold)));
    }

    private static String elu(Step step) throws GraphException {
        float alpha = step.node().real("alpha", 1);
        return exponentialBelowZero(step, alpha, 1);
    }

    private static String selu(Step step) throws GraphException {
        float gamma = step.node().real("gamma", SELU_GAMMA);
        return exponentialBelowZero(step, gamma * step.node().real("alpha", SELU_ALPHA), gamma);
    }

    /** The derivative of {@code scale * (exp(x) - 1)} is {@code y + scale} below 0; above it is {@code slope}. */
    private static String exponentialBelowZero(Step step, float scale, float slope) throws GraphException {
        String negativePart = step.graph().add("Min", step.y(), step.graph().scalar(0));
        return step.chain(step.add(negativePart, slopes(step, scale, slope)));
    }

    private static String celu(Step step) throws GraphException {
        String negativePart = step.graph().add("Min", step.y(), step.graph().scalar(0));
        return step.chain(step.add(step.multiply(negativePart, 1 / step.node().real("alpha", 1)), 1));
    }

    private static String sigmoid(Step step) throws GraphException {
        return step.multiply(step.chain(step.y()), step.subtract(1, step.y()));
    }

    private static String hardSigmoid(Step step) throws GraphException {
        String between = step.multiply(step.y(), step.subtract(1, step.y()));
        return step.chain(step.multiply(step.above(between), step.node().real("alpha", 0.2f)));
    }

    private static String hardSwish(Step step) throws GraphException {
        String x = step.x();
        Map<String, Attribute> sixth = Map.of("alpha", new Attribute.Real(1 / 6f), "beta", new Attribute.Real(0.5f));
        String gate = step.graph().add("HardSigmoid", sixth, x);
        String between = step.atLeast(step.subtract(9, step.square(x)));
        return step.chain(step.add(gate, step.multiply(step.multiply(x, 1 / 6f), between)));
    }

    private static String softsign(Step step) throws GraphException {
        return step.divide(step.gradient(), step.square(step.add(step.apply("Abs", step.x()), 1)));
    }

    private static String mish(Step step) throws GraphException {
        String tanh = step.apply("Tanh", step.apply("Softplus", step.x()));
        String inner = step.multiply(step.apply("Sigmoid", step.x()), step.subtract(1, step.square(tanh)));
        return step.chain(step.add(tanh, step.multiply(step.x(), inner)));
    }
}
