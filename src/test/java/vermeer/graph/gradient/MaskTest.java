package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

/** Masks in blocks of channels are exact, also next to their bounds, in ONNX Runtime's blocked layout and outside it. */
class MaskTest {
    private static final int CHANNELS = 32;

    @ParameterizedTest(name = "after a convolution: {0}")
    @ValueSource(booleans = {false, true})
    void reluPassesWhatIsAboveZero(boolean afterConvolution) throws Exception {
        check(afterConvolution, -1, value -> value > 0);
    }

    @ParameterizedTest(name = "after a convolution: {0}")
    @ValueSource(booleans = {false, true})
    void reluSixPassesWhatIsInside(boolean afterConvolution) throws Exception {
        check(afterConvolution, 6, value -> value > 0 && value < 6);
    }

    @ParameterizedTest(name = "bound {0}")
    @ValueSource(floats = {0.1f, 1, 3.3f, 1e-3f, 1e4f})
    void anyBoundIsExact(float bound) throws Exception {
        check(true, bound, value -> value > 0 && value < bound);
    }

    @Test
    void blocksAreWrittenAsDepthwiseConvolutions() throws Exception {
        Graph graph = rectified(new Random(1), true, 6);
        DifferentiatedGraph gradient = Differentiation.differentiate(
                graph, Shapes.infer(graph), graph.outputs().get(0).name(), RuleTable.STANDARD, List.of(), 1);
        assertTrue(gradient.graph().nodes().stream()
                .anyMatch(node -> node.operator().equals("Conv") && node.integer("group", 1) == CHANNELS));
    }

    @FunctionalInterface
    private interface Expected {
        boolean passes(float value);
    }

    private static void check(boolean afterConvolution, float bound, Expected expected) throws Exception {
        Graph graph = rectified(new Random(1), afterConvolution, bound);
        Tensor x = Tensor.zeros(1, CHANNELS, 4, 4);
        float[] special = {
            -1, -0f, 0, 1e-28f, 1e-20f, bound / 2, bound * (1 - 5e-7f), bound, Math.nextUp(bound), 2 * bound
        };
        Tensor seed = Tensor.zeros(1, CHANNELS, 4, 4);
        float[] wanted = new float[x.data().length];
        for (int i = 0; i < wanted.length; i++) {
            x.data()[i] = special[i % special.length];
            seed.data()[i] = 1 + i;
            wanted[i] = expected.passes(x.data()[i]) ? 1 + i : 0;
        }
        assertArrayEquals(wanted, GradientRun.of(graph, x, seed).data());
    }

    /** A ReLU, or one with an upper bound, between convolutions that change nothing. */
    private static Graph rectified(Random random, boolean betweenConvolutions, float bound) throws Exception {
        SmallGraph graph = new SmallGraph(random, CHANNELS, 4, 4);
        float[] identity = new float[CHANNELS * CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            identity[i * CHANNELS + i] = 1;
        }
        String weights = graph.constant(Constant.floats(new long[] {CHANNELS, CHANNELS, 1, 1}, identity));
        String x = betweenConvolutions ? graph.add("Conv", "x", weights) : "x";
        String y = bound < 0 ? graph.add("Relu", x) : graph.add("Clip", x, graph.scalar(0), graph.scalar(bound));
        return graph.ending(betweenConvolutions ? graph.add("Conv", y, weights) : y);
    }
}
