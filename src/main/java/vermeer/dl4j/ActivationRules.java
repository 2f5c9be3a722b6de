package vermeer.dl4j;

import static java.util.Map.entry;

import java.util.Map;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** Activation functions as DL4J computes them; one line each. */
final class ActivationRules {

    @FunctionalInterface
    private interface Rule {
        String emit(IActivation function, Value input, Emitter graph);
    }

    private static final Map<Class<?>, Rule> RULES = Map.ofEntries(
            entry(ActivationIdentity.class, (f, x, g) -> x.name()),
            entry(ActivationReLU.class, ActivationRules::relu),
            entry(ActivationReLU6.class, (f, x, g) -> clip(x.name(), 0, 6, g)),
            entry(ActivationLReLU.class, (f, x, g) -> leaky(x.name(), ((ActivationLReLU) f).getAlpha(), g)),
            entry(ActivationRReLU.class, ActivationRules::randomised),
            entry(ActivationELU.class, (f, x, g) -> elu(x.name(), ((ActivationELU) f).getAlpha(), g)),
            entry(ActivationSELU.class, (f, x, g) -> g.node("Selu", x.name())),
            entry(ActivationSigmoid.class, (f, x, g) -> g.node("Sigmoid", x.name())),
            entry(ActivationHardSigmoid.class, (f, x, g) -> hardSigmoid(x.name(), g)),
            entry(ActivationTanH.class, (f, x, g) -> g.node("Tanh", x.name())),
            entry(ActivationHardTanH.class, (f, x, g) -> clip(x.name(), -1, 1, g)),
            entry(ActivationRationalTanh.class, (f, x, g) -> rationalTanh(x.name(), g)),
            entry(ActivationRectifiedTanh.class, (f, x, g) -> g.node("Relu", g.node("Tanh", x.name()))),
            entry(ActivationSoftmax.class, ActivationRules::softmax),
            entry(ActivationSoftPlus.class, (f, x, g) -> g.node("Softplus", x.name())),
            entry(ActivationSoftSign.class, (f, x, g) -> g.node("Softsign", x.name())),
            entry(ActivationSwish.class, (f, x, g) -> g.node("Mul", x.name(), g.node("Sigmoid", x.name()))),
            entry(
                    ActivationMish.class,
                    (f, x, g) -> g.node("Mul", x.name(), g.node("Tanh", g.node("Softplus", x.name())))),
            entry(ActivationGELU.class, ActivationRules::gelu),
            entry(ActivationCube.class, (f, x, g) -> g.node("Mul", g.node("Mul", x.name(), x.name()), x.name())),
            entry(ActivationThresholdedReLU.class, ActivationRules::thresholded));

    private ActivationRules() {}

    /** The name of the activated value in the graph. */
    static String emit(IActivation function, Value input, Emitter graph) throws ConversionException {
        Rule rule = RULES.get(function.getClass());
        if (rule == null) {
            throw new ConversionException("the activation function "
                    + function.getClass().getSimpleName().replace("Activation", "") + " has no ONNX form in Vermeer");
        }
        return rule.emit(function, input, graph);
    }

    private static String relu(IActivation function, Value input, Emitter graph) {
        ActivationReLU relu = (ActivationReLU) function;
        double threshold = relu.getThreshold() == null ? 0 : relu.getThreshold();
        double slope = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
        Double max = relu.getMax();
        String x = input.name();
        if (threshold == 0 && slope == 0) {
            return max == null ? graph.node("Relu", x) : clip(x, 0, max, graph);
        }
        String bent = threshold == 0 ? leaky(x, slope, graph) : bent(x, threshold, slope, graph);
        return max == null ? bent : graph.node("Min", bent, graph.scalar(max));
    }

    private static String bent(String x, double threshold, double slope, Emitter graph) {
        String below = graph.node("Mul", graph.node("Sub", x, graph.scalar(threshold)), graph.scalar(slope));
        return graph.node("Where", graph.node("Less", x, graph.scalar(threshold)), below, x);
    }

    /** In test mode DL4J replaces values below the middle of the slopes by that middle. */
    private static String randomised(IActivation function, Value input, Emitter graph) {
        ActivationRReLU random = (ActivationRReLU) function;
        return graph.node("Max", input.name(), graph.scalar((random.getL() + random.getU()) / 2));
    }

    private static String leaky(String x, double slope, Emitter graph) {
        return graph.node("LeakyRelu", Map.of("alpha", Emitter.real(slope)), x);
    }

    private static String elu(String x, double alpha, Emitter graph) {
        return graph.node("Elu", Map.of("alpha", Emitter.real(alpha)), x);
    }

    private static String clip(String x, double low, double high, Emitter graph) {
        return graph.node("Clip", x, graph.scalar(low), graph.scalar(high));
    }

    private static String hardSigmoid(String x, Emitter graph) {
        return graph.node("HardSigmoid", Map.of("alpha", Emitter.real(0.2), "beta", Emitter.real(0.5)), x);
    }

    /** 1.7159 tanh(2x/3) with the tanh as a rational function: sign(y) (1 - 1 / (1 + |y| + y^2 + 1.41645 y^4)). */
    private static String rationalTanh(String x, Emitter graph) {
        String y = graph.node("Mul", x, graph.scalar(2.0 / 3));
        String size = graph.node("Abs", y);
        String square = graph.node("Mul", y, y);
        String fourth = graph.node("Mul", graph.node("Mul", square, square), graph.scalar(1.41645));
        String sum = graph.node("Add", graph.node("Add", size, square), graph.node("Add", fourth, graph.scalar(1)));
        String share = graph.node("Sub", graph.scalar(1), graph.node("Div", graph.scalar(1), sum));
        return graph.node("Mul", graph.node("Mul", graph.node("Sign", y), share), graph.scalar(1.7159));
    }

    /** DL4J takes the softmax along the last axis, which for a moved picture is the graph's channel axis. */
    private static String softmax(IActivation function, Value input, Emitter graph) {
        return graph.node("Softmax", Map.of("axis", Emitter.integer(input.axis(-1))), input.name());
    }

    /** x sigmoid(1.702 x), or in DL4J's precise form x/2 (1 + tanh(sqrt(2/pi) (x + (0.044715 x)^3))): it cubes the factor, too. */
    private static String gelu(IActivation function, Value input, Emitter graph) {
        String x = input.name();
        if (!((ActivationGELU) function).isPrecise()) {
            return graph.node("Mul", x, graph.node("Sigmoid", graph.node("Mul", x, graph.scalar(1.702))));
        }
        String small = graph.node("Mul", x, graph.scalar(0.044715));
        String cube = graph.node("Mul", graph.node("Mul", small, small), small);
        String inner = graph.node("Mul", graph.node("Add", x, cube), graph.scalar(Math.sqrt(2 / Math.PI)));
        String gate = graph.node("Add", graph.node("Tanh", inner), graph.scalar(1));
        return graph.node("Mul", graph.node("Mul", x, graph.scalar(0.5)), gate);
    }

    private static String thresholded(IActivation function, Value input, Emitter graph) {
        String above =
                graph.node("Greater", input.name(), graph.scalar(((ActivationThresholdedReLU) function).getTheta()));
        return graph.node("Where", above, input.name(), graph.scalar(0));
    }
}
