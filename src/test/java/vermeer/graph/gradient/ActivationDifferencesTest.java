package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

class ActivationDifferencesTest {
    private static final Propagation DEEPLIFT = new ActivationDifferences();

    /** Networks of the pack that use an operator without a rescale rule. */
    private static final List<String> REFUSED = List.of("where_clip_min_max");

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
        String refusal = DEEPLIFT.refusal(
                        graph, Shapes.infer(graph), graph.outputs().get(0).name())
                .orElseThrow();
        assertTrue(graph.nodes().stream().anyMatch(node -> refusal.contains(" " + node.operator())), refusal);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void sharesAddUpToTheOutputsDifference(String name) throws Exception {
        Graph graph = PropagationRun.network(name);
        assertEquals(
                Optional.empty(),
                DEEPLIFT.refusal(
                        graph, Shapes.infer(graph), graph.outputs().get(0).name()));
        Tensor x = PropagationRun.array(name, "x");
        Tensor seed = PropagationRun.array(name, "seed");
        for (Tensor baseline : List.of(Tensor.zeros(x.shape()), noise(x))) {
            PropagationRun run = PropagationRun.of(graph, DEEPLIFT, x, baseline, seed);
            Tensor ofBaseline = run.values().get(ActivationDifferences.BASELINE_OUTPUT);
            double expected = PropagationRun.product(difference(run.output(), ofBaseline), seed);
            double sum = PropagationRun.product(run.input(), difference(x, baseline));
            double rounding = 1e-5 * PropagationRun.size(run.output(), seed);
            assertEquals(expected, sum, 0.01 * Math.abs(expected) + rounding, name);
        }
    }

    @Test
    void aSaturatedUnitKeepsItsShareWhereTheGradientIsZero() throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 2);
        String sum = small.add("MatMul", "x", small.constant(Constant.floats(new long[] {2, 1}, 1, 1)));
        String capped = small.add("Clip", sum, small.scalar(0), small.scalar(1));
        PropagationRun run = PropagationRun.of(
                small.ending(capped),
                DEEPLIFT,
                new Tensor(new int[] {1, 2}, new float[] {1, 3}),
                Tensor.zeros(1, 2),
                new Tensor(new int[] {1, 1}, new float[] {1}));
        assertEquals(0.25, run.input().data()[0], 1e-6);
        assertEquals(0.25, run.input().data()[1], 1e-6);
    }

    @Test
    void withoutADifferenceMultipliersAreTheGradient() throws Exception {
        SmallGraph small = new SmallGraph(new Random(2), 3, 6, 6);
        String convolved = small.add("Conv", "x", small.weights(4, 3, 3, 3));
        String pooled =
                small.add("MaxPool", Map.of("kernel_shape", SmallGraph.ints(2, 2)), small.add("Softplus", convolved));
        Graph graph = small.ending(pooled);
        Tensor x = noise(Tensor.zeros(1, 3, 6, 6));
        Tensor seed = noise(Tensor.zeros(1, 4, 3, 3));
        Tensor multipliers = PropagationRun.of(graph, DEEPLIFT, x, x, seed).input();
        Tensor gradient = GradientRun.of(graph, x, seed);
        for (int i = 0; i < gradient.data().length; i++) {
            assertEquals(gradient.data()[i], multipliers.data()[i], 1e-4);
        }
    }

    private static Tensor noise(Tensor like) {
        Random random = new Random(7);
        Tensor noise = Tensor.zeros(like.shape());
        for (int i = 0; i < noise.data().length; i++) {
            noise.data()[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static Tensor difference(Tensor a, Tensor b) {
        float[] values = new float[a.data().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a.data()[i] - b.data()[i];
        }
        return new Tensor(a.shape(), values);
    }
}
