package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Graph;
import vermeer.tensor.Tensor;

/** The gradient of every operator against central differences, for every value of the input. */
class FiniteDifferenceTest {
    private static final int SHAPES_EACH = 2;
    private static final int BATCH = 2;
    private static final float STEP = 0.01f;

    /** Inputs are odd multiples of half of this: two steps from each other and from kinks at its multiples. */
    private static final float SPACING = 0.05f;

    static Stream<Arguments> cases() {
        return OperatorCases.all().stream().flatMap(operator -> Stream.iterate(0, seed -> seed + 1)
                .limit(SHAPES_EACH)
                .map(seed -> Arguments.of(Named.of(operator.name(), operator), seed)));
    }

    @ParameterizedTest(name = "{0}, shape {1}")
    @MethodSource("cases")
    void gradientAgreesWithCentralDifferences(OperatorCase operator, int seed) throws Exception {
        Random random = new Random(operator.name().hashCode() + 31L * seed);
        Graph graph = operator.graph(random);
        Tensor x = spread(random, graph.inputs().get(0).shape());
        Tensor y = OnnxRuntimeRun.once(graph, Map.of("x", x))
                .get(graph.outputs().get(0).name());
        Tensor weights = gaussian(random, y.shape());
        float[] expected = differences(graph, x, weights);
        float[] actual = GradientRun.of(graph, x, weights).data();
        assertEquals(expected.length, actual.length);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertTrue(largest > 0, "the case has no gradient to check");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], operator.tolerance() * largest, "value " + i);
        }
    }

    /** All perturbed inputs of one picture are one batch. */
    private static float[] differences(Graph graph, Tensor x, Tensor weights) throws Exception {
        float[] differences = new float[x.data().length];
        int size = x.itemSize();
        try (OnnxRuntimeRun run = new OnnxRuntimeRun(graph)) {
            for (int picture = 0; picture < BATCH; picture++) {
                Tensor perturbed = x.item(picture).repeat(2 * size);
                for (int i = 0; i < size; i++) {
                    perturbed.data()[2 * i * size + i] += STEP;
                    perturbed.data()[(2 * i + 1) * size + i] -= STEP;
                }
                Tensor y = run.run(Map.of("x", perturbed))
                        .get(graph.outputs().get(0).name());
                Tensor weight = weights.item(picture);
                for (int i = 0; i < size; i++) {
                    double width = (double) perturbed.data()[2 * i * size + i]
                            - perturbed.data()[(2 * i + 1) * size + i];
                    differences[picture * size + i] =
                            (float) ((dot(y, 2 * i, weight) - dot(y, 2 * i + 1, weight)) / width);
                }
            }
        }
        return differences;
    }

    private static double dot(Tensor batch, int index, Tensor weight) {
        int size = batch.itemSize();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (double) batch.data()[index * size + i] * weight.data()[i];
        }
        return sum;
    }

    private static Tensor spread(Random random, long[] shape) {
        int[] extents = new int[shape.length];
        extents[0] = BATCH;
        for (int i = 1; i < shape.length; i++) {
            extents[i] = (int) shape[i];
        }
        Tensor tensor = Tensor.zeros(extents);
        int size = tensor.itemSize();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        for (int picture = 0; picture < BATCH; picture++) {
            Collections.shuffle(order, random);
            for (int i = 0; i < size; i++) {
                tensor.data()[picture * size + i] = (order.get(i) - size / 2 + 0.5f) * SPACING;
            }
        }
        return tensor;
    }

    private static Tensor gaussian(Random random, int[] shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }
}
