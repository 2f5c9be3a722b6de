package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Attribute;
import vermeer.tensor.Tensor;

/** Where a derivative does not exist or a formula would divide by 0, the gradient is what PyTorch gives. */
class KinkTest {

    static Stream<Arguments> kinks() {
        return Stream.of(
                kink("Relu", graph -> graph.add("Relu", "x"), at(-1, 0, 1), 0, 0, 1),
                kink("ReLU6", graph -> clip(graph, 0, 6), at(-1, 0, 3, 6, 7), 0, 0, 1, 0, 0),
                kink("clamp", graph -> clip(graph, -1, 2), at(-2, -1, 0, 2, 3), 0, 1, 1, 1, 0),
                kink(
                        "LeakyRelu",
                        graph -> graph.add("LeakyRelu", with("alpha", 0.1f), "x"),
                        at(-1, 0, 1),
                        0.1f,
                        0.1f,
                        1),
                kink("PRelu", graph -> graph.add("PRelu", "x", graph.floats(0.3f)), at(-1, 0, 1), 0.3f, 0.3f, 1),
                kink("Elu", graph -> graph.add("Elu", with("alpha", 1.5f), "x"), at(0, 1), 1.5f, 1),
                kink("Selu", graph -> graph.add("Selu", "x"), at(0, 1), 1.7580993f, 1.050701f),
                kink("Celu", graph -> graph.add("Celu", with("alpha", 2f), "x"), at(0, 1), 1, 1),
                kink("HardSigmoid", KinkTest::hardSigmoid, at(-3, 0, 3), 0, 1 / 6f, 0),
                kink("ThresholdedRelu", graph -> graph.add("ThresholdedRelu", "x"), at(0, 1, 2), 0, 0, 1),
                kink("Abs", graph -> graph.add("Abs", "x"), at(-2, 0, 2), -1, 0, 1),
                kink("Sign", graph -> graph.add("Sign", "x"), at(-2, 0, 2), 0, 0, 0),
                kink("Pow, exponent 0", graph -> graph.add("Pow", "x", graph.scalar(0)), at(-2, 0, 2), 0, 0, 0),
                kink(
                        "Pow, exponents 0, 1, 2",
                        graph -> graph.add("Pow", "x", graph.floats(0, 1, 2)),
                        at(0, 0, 0),
                        0,
                        1,
                        0),
                kink("Max, tie", graph -> graph.add("Max", "x", graph.scalar(1)), at(0, 1, 2), 0, 0.5f, 1),
                kink("Min, tie", graph -> graph.add("Min", "x", graph.scalar(1)), at(0, 1, 2), 1, 0.5f, 0),
                kink("Max of three, tie", KinkTest::largestOfThree, at(0, 1, 2), 0, 1 / 3f, 1),
                kink("Softplus, far out", graph -> graph.add("Softplus", "x"), at(-100, 0, 100), 0, 0.5f, 1),
                kink("Mish, far out", graph -> graph.add("Mish", "x"), at(-100, 100), 0, 1),
                kink("Gelu, far out", graph -> graph.add("Gelu", "x"), at(-100, 100), 0, 1),
                kink("Erf, far out", graph -> graph.add("Erf", "x"), at(-100, 100), 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinks")
    void gradientIsPyTorchs(OperatorCase.Body body, float[] x, float[] expected) throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), x.length);
        float[] ones = new float[x.length];
        Arrays.fill(ones, 1);
        Tensor gradient = GradientRun.of(graph.ending(body.build(graph)), row(x), row(ones));
        assertArrayEquals(expected, gradient.data(), 1e-6f);
    }

    /** Feature maps of whole blocks of channels have masks of their own. */
    @Test
    void rectifiersOfBlockedFeatureMapsAreMaskedAlike() throws Exception {
        float[] x = at(-1, 0, 1e-6f, 3, 5.9999f, 6, 7);
        assertArrayEquals(at(0, 0, 1, 1, 1, 1, 1), onChannels(graph -> graph.add("Relu", "x"), x));
        assertArrayEquals(at(0, 0, 1, 1, 1, 0, 0), onChannels(graph -> clip(graph, 0, 6), x));
        assertArrayEquals(at(0, 0, 1, 0, 0, 0, 0), onChannels(graph -> clip(graph, 0, 0.3f), x));
    }

    /** The gradient of the last of 32 equal channels. */
    private static float[] onChannels(OperatorCase.Body body, float[] x) throws Exception {
        int channels = 32;
        SmallGraph graph = new SmallGraph(new Random(1), channels, 1, x.length);
        Tensor all = row(x).repeat(channels).reshape(1, channels, 1, x.length);
        Tensor ones = Tensor.zeros(all.shape());
        Arrays.fill(ones.data(), 1);
        float[] gradient =
                GradientRun.of(graph.ending(body.build(graph)), all, ones).data();
        return Arrays.copyOfRange(gradient, gradient.length - x.length, gradient.length);
    }

    static Stream<Arguments> reductions() {
        return Stream.of(
                reduction("ReduceMax", at(3, 1, 3, 3), 1 / 3f, 0, 1 / 3f, 1 / 3f),
                reduction("ReduceMin", at(3, 1, 1, 3), 0, 0.5f, 0.5f, 0),
                reduction("ReduceL1", at(-1, 0, 2), -1, 0, 1),
                reduction("ReduceL2", at(0, 0, 0), 0, 0, 0),
                reduction("ReduceL2", at(3, 0, -4), 0.6f, 0, -0.8f),
                reduction("ReduceProd", at(2, 0, 3), 0, 6, 0),
                reduction("ReduceProd", at(0, 0, 3), 0, 0, 0),
                reduction("ReduceLogSumExp", at(-100, 10, 10), 0, 0.5f, 0.5f));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("reductions")
    void gradientOfAReductionIsPyTorchs(String operator, float[] x, float[] expected) throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), x.length);
        String y = graph.add(operator, with("keepdims", 1), "x", graph.integers(1));
        Tensor gradient = GradientRun.of(graph.ending(y), row(x), row(1));
        assertArrayEquals(expected, gradient.data(), 1e-6f);
    }

    @Test
    void squareRootAtZeroIsAsSteepAsItIs() throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), 1);
        Tensor gradient = GradientRun.of(graph.ending(graph.add("Sqrt", "x")), row(0), row(1));
        assertArrayEquals(at(Float.POSITIVE_INFINITY), gradient.data());
    }

    private static Arguments kink(String name, OperatorCase.Body body, float[] x, float... expected) {
        return Arguments.of(Named.of(name, body), x, expected);
    }

    private static Arguments reduction(String operator, float[] x, float... expected) {
        return Arguments.of(operator, Named.of(Arrays.toString(x), x), expected);
    }

    private static String clip(SmallGraph graph, float low, float high) {
        return graph.add("Clip", "x", graph.scalar(low), graph.scalar(high));
    }

    private static String hardSigmoid(SmallGraph graph) {
        Map<String, Attribute> sixth = Map.of("alpha", new Attribute.Real(1 / 6f), "beta", new Attribute.Real(0.5f));
        return graph.add("HardSigmoid", sixth, "x");
    }

    private static String largestOfThree(SmallGraph graph) {
        return graph.add("Max", "x", graph.scalar(1), graph.floats(1, 1, 1));
    }

    private static float[] at(float... values) {
        return values;
    }

    private static Tensor row(float... values) {
        return new Tensor(new int[] {1, values.length}, values);
    }
}
