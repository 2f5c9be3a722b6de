package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.tensor.Tensor;

class FullGradientTest {

    static List<String> networks() throws Exception {
        return PropagationRun.pack();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void inputAndBiasGradientsAddUpToTheOutput(String name) throws Exception {
        Graph graph = PropagationRun.network(name);
        Tensor x = PropagationRun.array(name, "x");
        Tensor seed = PropagationRun.array(name, "seed");
        PropagationRun run = PropagationRun.of(graph, new FullGradient(), x, x, seed);
        double expected = PropagationRun.product(run.output(), seed);
        double ofBiases = PropagationRun.sum(run.values().get(FullGradient.BIAS));
        double sum = PropagationRun.product(run.input(), x) + ofBiases;
        double rounding = 1e-4 * (PropagationRun.size(run.input(), x) + Math.abs(ofBiases));
        assertEquals(expected, sum, 1e-3 * Math.abs(expected) + rounding, name);
    }

    @Test
    void aConvolutionsBiasGradientIsItsBiasTimesTheGradientRescaled() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 1, 2, 2);
        String weights = small.constant(Constant.floats(new long[] {2, 1, 1, 1}, 1, 1));
        String convolved = small.add("Conv", "x", weights, small.floats(1, -2));
        Graph graph = small.ending(small.add("Relu", convolved));
        Tensor x = new Tensor(new int[] {1, 1, 2, 2}, new float[] {1, 3, 4, -5});
        Tensor seed = new Tensor(new int[] {1, 2, 2, 2}, new float[] {1, 1, 1, 1, 1, 1, 1, 1});
        PropagationRun run = PropagationRun.of(graph, new FullGradient(), x, x, seed);
        assertEquals(3 * 1 - 2 * 2, run.values().get(FullGradient.BIAS).data()[0], 1e-6);
        assertEquals(1, run.maps().size());
        float[] expected = {0.5f, 0.5f + 1, 0.5f + 1, 0};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], run.maps().get(0).data()[i], 1e-6);
        }
    }

    @Test
    void aCappedReluHasTheCapAsImpliedBias() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 2);
        Graph graph = small.ending(small.add("Clip", "x", small.scalar(0), small.scalar(6)));
        Tensor x = new Tensor(new int[] {1, 2}, new float[] {9, 2});
        Tensor seed = new Tensor(new int[] {1, 2}, new float[] {1, 1});
        PropagationRun run = PropagationRun.of(graph, new FullGradient(), x, x, seed);
        assertEquals(6, run.values().get(FullGradient.BIAS).data()[0], 1e-6);
        assertTrue(run.maps().isEmpty());
        assertEquals(List.of(), run.notices());
    }
}
