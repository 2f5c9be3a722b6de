package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Attribute;
import vermeer.tensor.Tensor;

/** Functions of one value against their derivatives in double precision. */
class AnalyticGradientTest {
    private static final float[] POINTS = {-5, -3.3f, -2, -1, -0.4f, -0.01f, 0.02f, 0.3f, 1, 1.7f, 2.9f, 4, 8};
    private static final float[] POSITIVE = {1e-3f, 0.1f, 0.5f, 1, 2, 7, 100};
    private static final double TOLERANCE = 1e-5;

    static Stream<Arguments> functions() {
        return Stream.of(
                function("Sigmoid", x -> sigmoid(x) * (1 - sigmoid(x))),
                function("Tanh", x -> 1 - square(Math.tanh(x))),
                function("Softplus", AnalyticGradientTest::sigmoid),
                function("Softsign", x -> 1 / square(1 + Math.abs(x))),
                function("Erf", x -> 2 / Math.sqrt(Math.PI) * Math.exp(-x * x)),
                function("Mish", AnalyticGradientTest::mish),
                function("HardSwish", x -> x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5),
                function("HardSigmoid", x -> Math.abs(x) < 2.5 ? 0.2 : 0),
                function("LeakyRelu", x -> x > 0 ? 1 : 0.01),
                function("ThresholdedRelu", x -> x > 1 ? 1 : 0),
                function("Elu", x -> x > 0 ? 1 : Math.exp(x)),
                function("Selu", x -> 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x))),
                function(
                        "Celu, alpha 2",
                        graph -> graph.add("Celu", with("alpha", 2f), "x"),
                        x -> x > 0 ? 1 : Math.exp(x / 2)),
                function("Gelu", AnalyticGradientTest::gelu),
                function(
                        "Gelu, tanh",
                        graph -> graph.add("Gelu", with("approximate", "tanh"), "x"),
                        AnalyticGradientTest::tanhGelu),
                function("Exp", Math::exp),
                function("Abs", Math::signum),
                function("Neg", x -> -1),
                function("Sin", Math::cos),
                function("Cos", x -> -Math.sin(x)),
                function("Pow 3", graph -> graph.add("Pow", "x", graph.scalar(3)), x -> 3 * x * x),
                function("Pow -2", graph -> graph.add("Pow", "x", graph.scalar(-2)), x -> -2 / (x * x * x)),
                function("Max with 1", graph -> graph.add("Max", "x", graph.scalar(0.5f)), x -> x > 0.5 ? 1 : 0),
                function("Mean of two", graph -> graph.add("Mean", "x", graph.scalar(1)), x -> 0.5),
                function("Div by it", graph -> graph.add("Div", graph.scalar(2), "x"), x -> -2 / (x * x)),
                function("Steep HardSigmoid", AnalyticGradientTest::steep, x -> Math.abs(x) < 0.5 ? 1 : 0));
    }

    static Stream<Arguments> functionsOfPositiveValues() {
        return Stream.of(
                function("Log", x -> 1 / x),
                function("Sqrt", x -> 0.5 / Math.sqrt(x)),
                function("Reciprocal", x -> -1 / (x * x)),
                function("Pow 0.5", graph -> graph.add("Pow", "x", graph.scalar(0.5f)), x -> 0.5 / Math.sqrt(x)),
                function(
                        "Pow of 2",
                        graph -> graph.add("Pow", graph.scalar(2), "x"),
                        x -> Math.pow(2, x) * Math.log(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void gradientIsTheDerivative(OperatorCase.Body function, DoubleUnaryOperator derivative) throws Exception {
        compare(function, derivative, POINTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functionsOfPositiveValues")
    void gradientIsTheDerivativeOfPositiveValues(OperatorCase.Body function, DoubleUnaryOperator derivative)
            throws Exception {
        compare(function, derivative, POSITIVE);
    }

    private static void compare(OperatorCase.Body function, DoubleUnaryOperator derivative, float[] points)
            throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), points.length);
        float[] ones = new float[points.length];
        Arrays.fill(ones, 1);
        float[] gradient = GradientRun.of(graph.ending(function.build(graph)), row(points), row(ones))
                .data();
        for (int i = 0; i < points.length; i++) {
            double expected = derivative.applyAsDouble(points[i]);
            assertEquals(expected, gradient[i], TOLERANCE * Math.max(1, Math.abs(expected)), "at " + points[i]);
        }
    }

    private static Arguments function(String operator, DoubleUnaryOperator derivative) {
        return function(operator, graph -> graph.add(operator, "x"), derivative);
    }

    private static Arguments function(String name, OperatorCase.Body function, DoubleUnaryOperator derivative) {
        return Arguments.of(Named.of(name, function), Named.of("its derivative", derivative));
    }

    private static String steep(SmallGraph graph) {
        return graph.add("HardSigmoid", Map.of("alpha", new Attribute.Real(1), "beta", new Attribute.Real(0.5f)), "x");
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double mish(double x) {
        double tanh = Math.tanh(Math.log1p(Math.exp(x)));
        return tanh + x * sigmoid(x) * (1 - tanh * tanh);
    }

    /** The cumulative normal distribution by its Taylor series at 0, plus x times its density. */
    private static double gelu(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        return 0.5 + density * sum + x * density;
    }

    private static double tanhGelu(double x) {
        double tanh = Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x));
        double inner = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
        return 0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * inner;
    }

    private static double square(double x) {
        return x * x;
    }

    private static Tensor row(float[] values) {
        return new Tensor(new int[] {1, values.length}, values);
    }
}
