package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

class LayerwiseRelevanceTest {

    /** Networks of the pack that use an operator without a rule. */
    private static final List<String> REFUSED = List.of(
            "act_gelu_erf",
            "einsum",
            "group_norm",
            "instance_norm",
            "layernorm_last",
            "linear_softmax",
            "log_softmax",
            "lrn",
            "matmul_attention",
            "reduce_sum_l2_normalise",
            "scale_shift_sub_div_pow_sqrt");

    static List<String> networks() throws Exception {
        return PropagationRun.pack().stream()
                .filter(name -> !REFUSED.contains(name))
                .toList();
    }

    static List<String> refused() {
        return REFUSED;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusalNamesTheOperator(String name) throws Exception {
        Graph graph = PropagationRun.network(name);
        String refusal = settings(RelevanceRule.EPSILON, 0.25f, 3)
                .refusal(graph, Shapes.infer(graph), graph.outputs().get(0).name())
                .orElseThrow();
        assertTrue(
                graph.nodes().stream().anyMatch(node -> refusal.contains(" " + node.operator()))
                        || refusal.contains("products"),
                refusal);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inputBiasAndEpsilonAddUpToTheOutput(String name) throws Exception {
        Graph graph = PropagationRun.network(name);
        Tensor x = PropagationRun.array(name, "x");
        Tensor seed = PropagationRun.array(name, "seed");
        long[] shape = graph.inputs().get(0).shape();
        for (RelevanceRule rule : RelevanceRule.values()) {
            LayerwiseRelevance relevance = settings(rule, 0.25f, shape.length > 1 ? Math.toIntExact(shape[1]) : 1);
            PropagationRun run = PropagationRun.of(graph, relevance, x, x, seed);
            double expected = PropagationRun.product(run.output(), seed);
            double rounding = 1e-4 * PropagationRun.size(run.output(), seed);
            assertEquals(expected, balance(run), 0.01 * Math.abs(expected) + rounding, rule.name());
        }
    }

    @ParameterizedTest
    @EnumSource(RelevanceRule.class)
    void withoutBiasesAllRelevanceReachesTheInput(RelevanceRule rule) throws Exception {
        Graph graph = withoutBiases();
        Tensor x = positive(1, 3, 16, 16);
        for (int output = 0; output < 4; output++) {
            Tensor seed = Tensor.zeros(1, 4);
            seed.data()[output] = 1;
            PropagationRun run = PropagationRun.of(graph, settings(rule, 0.25f, 3), x, x, seed);
            double expected = run.output().data()[output];
            assertEquals(expected, PropagationRun.sum(run.input()), 0.01 * Math.abs(expected), rule + " " + output);
        }
    }

    @Test
    void theEpsilonRuleIsGradientTimesInputOnANetworkOfRelusWithoutBiases() throws Exception {
        Graph graph = withoutBiases();
        Tensor x = positive(1, 3, 16, 16);
        Tensor seed = new Tensor(new int[] {1, 4}, new float[] {0, 1, 0, 0});
        LayerwiseRelevance exact =
                new LayerwiseRelevance(RelevanceRule.EPSILON, 1e-7f, 0, 0, channels(3, 0), channels(3, 2), 1);
        Tensor relevance = PropagationRun.of(graph, exact, x, x, seed).input();
        Tensor gradient = GradientRun.of(graph, x, seed);
        double largest = 0;
        for (float value : relevance.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < gradient.data().length; i++) {
            assertEquals(gradient.data()[i] * x.data()[i], relevance.data()[i], 1e-3 * largest);
        }
    }

    @Test
    void zPlusCountsPositiveContributionsOnly() throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 3);
        assertRelevance(small, "x", settings(RelevanceRule.Z_PLUS, 0, 3), 7 * 0.2, 0, 7 * 0.6, 7 * 0.2);
    }

    @Test
    void gammaFavoursPositiveContributions() throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 3);
        String same = small.constant(Constant.floats(new long[] {3, 3}, 1, 0, 0, 0, 1, 0, 0, 0, 1));
        String copied = small.add("MatMul", "x", same);
        double all = 2 * 1.5 - 3 + 6 * 1.5 + 2 * 1.5;
        LayerwiseRelevance gamma = settings(RelevanceRule.COMPOSITE, 0.5f, 3);
        assertRelevance(small, copied, gamma, 7 * 3 / all, 7 * -3 / all, 7 * 9 / all, 7 * 3 / all);
    }

    /** One unit of weights 1, -1, -2 on values 2, 3, -3 and of bias 2: contributions are 2, -3, 6, 2, the output is 7. */
    private static void assertRelevance(
            SmallGraph small, String value, LayerwiseRelevance relevance, double... expected) throws Exception {
        String weights = small.constant(Constant.floats(new long[] {3, 1}, 1, -1, -2));
        Graph graph = small.ending(small.add("Gemm", value, weights, small.floats(2)));
        Tensor x = new Tensor(new int[] {1, 3}, new float[] {2, 3, -3});
        PropagationRun run = PropagationRun.of(graph, relevance, x, x, one());
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], run.input().data()[i], 1e-3);
        }
        assertEquals(expected[3], run.values().get(LayerwiseRelevance.BIAS).data()[0], 1e-3);
    }

    @Test
    void zBoxCountsContributionsFromTheBoundsOfPixels() throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 2);
        String weights = small.constant(Constant.floats(new long[] {2, 1}, 1, -2));
        Graph graph = small.ending(small.add("Gemm", "x", weights, small.floats(3)));
        LayerwiseRelevance box =
                new LayerwiseRelevance(RelevanceRule.COMPOSITE, 1e-6f, 0.25f, 1, channels(2, -1), channels(2, 1), 1);
        Tensor x = new Tensor(new int[] {1, 2}, new float[] {0.5f, 0});
        PropagationRun run = PropagationRun.of(graph, box, x, x, one());
        assertEquals(1.5, run.input().data()[0], 1e-4);
        assertEquals(2, run.input().data()[1], 1e-4);
    }

    @Test
    void boundsAreScaledAsTheNetworkScalesItsPixels() throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 2);
        String scaled = small.add("Sub", small.add("Mul", "x", small.scalar(-2)), small.scalar(1));
        String weights = small.constant(Constant.floats(new long[] {2, 1}, 1, -2));
        Graph graph = small.ending(small.add("Gemm", scaled, weights, small.floats(3)));
        LayerwiseRelevance box =
                new LayerwiseRelevance(RelevanceRule.COMPOSITE, 1e-6f, 0.25f, 1, channels(2, -1), channels(2, 0), 1);
        Tensor x = new Tensor(new int[] {1, 2}, new float[] {-0.75f, -0.5f});
        PropagationRun run = PropagationRun.of(graph, box, x, x, one());
        assertEquals(3.5, run.output().data()[0], 1e-5);
        assertEquals(3.5, balance(run), 1e-4);
    }

    @Test
    void batchNormalisationIsMergedFirst() throws Exception {
        SmallGraph small = new SmallGraph(new Random(4), 2, 5, 5);
        String convolved = small.add("Conv", "x", small.weights(4, 2, 3, 3));
        Graph separate = small.ending(small.add(
                "BatchNormalization",
                convolved,
                small.positiveWeights(4),
                small.weights(4),
                small.weights(4),
                small.positiveWeights(4)));
        PropagationGraph names = settings(RelevanceRule.Z_PLUS, 0, 2)
                .apply(
                        separate,
                        Shapes.infer(separate),
                        separate.outputs().get(0).name());
        assertTrue(
                names.graph().nodes().stream().noneMatch(node -> node.operator().equals("BatchNormalization")));
    }

    @Test
    void aNetworkWithSkipConnectionsGetsANotice() throws Exception {
        SmallGraph small = new SmallGraph(new Random(5), 2, 5, 5);
        Map<String, Attribute> padded = SmallGraph.with("pads", 1, 1, 1, 1);
        String convolved = small.add("Conv", padded, "x", small.weights(2, 2, 3, 3));
        Graph graph = small.ending(small.add("Add", "x", convolved));
        LayerwiseRelevance settings = settings(RelevanceRule.EPSILON, 0, 2);
        List<String> notices = settings.apply(
                        graph, Shapes.infer(graph), graph.outputs().get(0).name())
                .notices();
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("skip connection"));
        Graph plain = withoutBiases();
        assertEquals(
                List.of(),
                settings(RelevanceRule.EPSILON, 0, 3)
                        .apply(
                                plain,
                                Shapes.infer(plain),
                                plain.outputs().get(0).name())
                        .notices());
    }

    /** Convolutions, pooling, ReLUs and a dense layer. */
    private static Graph withoutBiases() throws Exception {
        SmallGraph small = new SmallGraph(new Random(11), 3, 16, 16);
        String first = small.add("Relu", small.add("Conv", "x", small.weights(8, 3, 3, 3)));
        String pooled = small.add(
                "MaxPool", Map.of("kernel_shape", SmallGraph.ints(2, 2), "strides", SmallGraph.ints(2, 2)), first);
        String second = small.add("Relu", small.add("Conv", pooled, small.weights(8, 8, 3, 3)));
        String flat = small.add("Flatten", small.add("GlobalAveragePool", second));
        return small.ending(small.add("MatMul", flat, small.weights(8, 4)));
    }

    private static LayerwiseRelevance settings(RelevanceRule rule, float gamma, int channels) {
        return new LayerwiseRelevance(rule, 1e-6f, gamma, 1, channels(channels, -5), channels(channels, 5), 1);
    }

    private static List<Float> channels(int count, float value) {
        return Collections.nCopies(count, value);
    }

    private static Tensor positive(int... shape) {
        Random random = new Random(6);
        Tensor values = Tensor.zeros(shape);
        for (int i = 0; i < values.data().length; i++) {
            values.data()[i] = random.nextFloat();
        }
        return values;
    }

    private static Tensor one() {
        return new Tensor(new int[] {1, 1}, new float[] {1});
    }

    private static double balance(PropagationRun run) {
        return PropagationRun.sum(run.input())
                + PropagationRun.sum(run.values().get(LayerwiseRelevance.BIAS))
                + PropagationRun.sum(run.values().get(LayerwiseRelevance.EPSILON));
    }
}
