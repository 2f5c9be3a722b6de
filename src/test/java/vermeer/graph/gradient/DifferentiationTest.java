package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Tensor;

class DifferentiationTest {

    @Test
    void severalSeedsShareOneForwardPass() throws Exception {
        Graph graph = network();
        DifferentiatedGraph two = differentiate(graph, List.of(), 2);
        assertEquals(List.of("seed_0", "seed_1"), two.seeds());
        assertEquals(
                count(graph, "Conv") + 2,
                count(two.graph(), "Conv"),
                "each seed adds one backward convolution and no forward one");
        Tensor first = row(1, 0, 0, -1, 0, 2);
        Tensor second = row(0, 3, 1, 0, 0, 0);
        Map<String, Tensor> outputs =
                OnnxRuntimeRun.once(two.graph(), Map.of("x", x(), "seed_0", first, "seed_1", second));
        assertArrayEquals(
                GradientRun.of(graph, x(), first).data(),
                outputs.get(two.inputGradients().get(0)).data());
        assertArrayEquals(
                GradientRun.of(graph, x(), second).data(),
                outputs.get(two.inputGradients().get(1)).data());
    }

    @Test
    void severalSeedsShareTheMasksOfWideLayers() throws Exception {
        SmallGraph wide = new SmallGraph(new Random(2), 2, 5, 5);
        String features = wide.add("Relu", wide.add("Conv", "x", wide.weights(512, 2, 3, 3)));
        String pooled = wide.add("Flatten", wide.add("GlobalAveragePool", features));
        Graph graph = wide.ending(wide.add("Gemm", pooled, wide.weights(512, 3)));
        Graph nine = differentiate(graph, List.of(), 9).graph();
        assertEquals(1, count(nine, "HardSigmoid"));
        assertEquals(1 + 1 + 9, count(nine, "Conv"), "the network's, the mask's and one for each seed");
    }

    @Test
    void innerValuesAndTheirGradientsAreOutputs() throws Exception {
        Graph graph = network();
        String features = value(graph, "Relu");
        DifferentiatedGraph gradient = differentiate(graph, List.of(features), 1);
        Tensor seed = row(1, 2, 3, 4, 5, 6);
        Map<String, Tensor> outputs = OnnxRuntimeRun.once(gradient.graph(), Map.of("x", x(), "seed", seed));
        Tensor activation = outputs.get(features);
        Tensor inner = outputs.get(gradient.innerGradients().get(features).get(0));
        assertArrayEquals(activation.shape(), inner.shape());
        double expected = 0;
        double actual = 0;
        float[] y = outputs.get(graph.outputs().get(0).name()).data();
        for (int i = 0; i < y.length; i++) {
            expected += y[i] * seed.data()[i];
        }
        for (int i = 0; i < inner.data().length; i++) {
            actual += (double) inner.data()[i] * activation.data()[i];
        }
        assertEquals(expected, actual, 1e-4, "behind the ReLU this network is linear");
    }

    @Test
    void theOutputItselfHasTheSeedAsGradient() throws Exception {
        Graph graph = network();
        String logits = graph.outputs().get(0).name();
        DifferentiatedGraph gradient = differentiate(graph, List.of(logits), 1);
        Tensor seed = row(1, 2, 3, 4, 5, 6);
        Map<String, Tensor> outputs = OnnxRuntimeRun.once(gradient.graph(), Map.of("x", x(), "seed", seed));
        assertArrayEquals(
                seed.data(),
                outputs.get(gradient.innerGradients().get(logits).get(0)).data());
    }

    @Test
    void aValueThatTheOutputDoesNotDependOnHasTheGradientZero() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 4);
        String aside = small.add("Exp", "x");
        Graph graph = small.ending(small.add("Neg", "x"));
        DifferentiatedGraph gradient = differentiate(graph, List.of(aside), 1);
        Tensor input = new Tensor(new int[] {3, 4}, new float[12]);
        Map<String, Tensor> outputs = OnnxRuntimeRun.once(gradient.graph(), Map.of("x", input, "seed", input));
        Tensor zeros = outputs.get(gradient.innerGradients().get(aside).get(0));
        assertEquals(Tensor.zeros(3, 4), zeros);
    }

    @Test
    void gradientsThatAreTheSameValueShareOneOutput() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 4);
        String left = small.add("Exp", "x");
        String right = small.add("Neg", "x");
        Graph graph = small.ending(small.add("Tanh", small.add("Add", left, right)));
        DifferentiatedGraph gradient = differentiate(graph, List.of(left, right), 1);
        assertEquals(
                gradient.innerGradients().get(left), gradient.innerGradients().get(right));
    }

    @Test
    void aValueReadTwiceGathersBothGradients() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 2);
        Graph graph = small.ending(small.add("Mul", "x", "x"));
        Tensor x = new Tensor(new int[] {1, 2}, new float[] {3, -5});
        Tensor ones = new Tensor(new int[] {1, 2}, new float[] {1, 1});
        assertArrayEquals(new float[] {6, -10}, GradientRun.of(graph, x, ones).data());
    }

    @Test
    void whatTheInputDoesNotReachIsNotDifferentiated() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 2);
        String constant = small.add("Atan", small.floats(1, 2));
        Graph graph = small.ending(small.add("Mul", "x", constant));
        assertTrue(missing(graph).isEmpty());
        assertEquals(List.of("seed"), differentiate(graph, List.of(), 1).seeds());
    }

    @Test
    void operatorsWithoutARuleAreNamed() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 2);
        Graph graph = small.ending(small.add("Atanh", small.add("Atan", "x")));
        assertEquals(List.of("Atan", "Atanh"), List.copyOf(missing(graph)));
        GraphException refused = assertThrows(GraphException.class, () -> differentiate(graph, List.of(), 1));
        assertTrue(refused.getMessage().contains("Atanh"), refused.getMessage());
    }

    @Test
    void anUnknownInnerValueIsNamed() {
        GraphException refused =
                assertThrows(GraphException.class, () -> differentiate(network(), List.of("features.7"), 1));
        assertTrue(refused.getMessage().contains("features.7"), refused.getMessage());
    }

    @Test
    void weightsThatDependOnThePictureAreRefusedByName() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 1, 4, 4);
        String weights =
                small.add("Reshape", small.add("ReduceSum", with("keepdims", 0), "x"), small.integers(1, 1, 1, 1));
        Graph graph = small.ending(small.add("Conv", "x", weights));
        GraphException refused = assertThrows(GraphException.class, () -> differentiate(graph, List.of(), 1));
        assertTrue(refused.getMessage().contains("Conv"), refused.getMessage());
    }

    @Test
    void namesOfTheForwardGraphAreNotTakenAgain() throws Exception {
        SmallGraph small = new SmallGraph(new Random(3), 2);
        Graph graph = small.ending(small.add("Neg", "x"));
        Graph renamed = graph.withOutputs(graph.outputs());
        Map<String, Constant> constants = new HashMap<>(renamed.constants());
        constants.put("seed", Constant.scalar(1));
        DifferentiatedGraph gradient = differentiate(renamed.withNodes(renamed.nodes(), constants), List.of(), 1);
        assertFalse(gradient.seeds().contains("seed"));
    }

    private static SortedSet<String> missing(Graph graph) throws GraphException {
        return Differentiation.missing(
                graph, Shapes.infer(graph), graph.outputs().get(0).name(), RuleTable.STANDARD);
    }

    private static DifferentiatedGraph differentiate(Graph graph, List<String> inner, int seeds) throws GraphException {
        return Differentiation.differentiate(
                graph, Shapes.infer(graph), graph.outputs().get(0).name(), RuleTable.STANDARD, inner, seeds);
    }

    /** Convolution, ReLU, mean, and three logits. */
    private static Graph network() throws GraphException {
        SmallGraph graph = new SmallGraph(new Random(2), 2, 5, 5);
        String features = graph.add("Relu", graph.add("Conv", "x", graph.weights(4, 2, 3, 3)));
        String pooled = graph.add("Flatten", graph.add("GlobalAveragePool", features));
        return graph.ending(graph.add("Gemm", pooled, graph.weights(4, 3)));
    }

    private static Tensor x() {
        Tensor x = Tensor.zeros(2, 2, 5, 5);
        Random random = new Random(5);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = (float) random.nextGaussian();
        }
        return x;
    }

    /** Two rows of three logits. */
    private static Tensor row(float... values) {
        return new Tensor(new int[] {2, 3}, values);
    }

    private static String value(Graph graph, String operator) {
        return graph.nodes().stream()
                .filter(node -> node.operator().equals(operator))
                .findFirst()
                .orElseThrow()
                .output();
    }

    private static long count(Graph graph, String operator) {
        return graph.nodes().stream()
                .filter(node -> node.operator().equals(operator))
                .count();
    }
}
