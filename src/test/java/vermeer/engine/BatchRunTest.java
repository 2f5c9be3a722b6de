package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** Batches on an engine that runs out of memory above a size. */
class BatchRunTest {
    private static final Graph GRAPH = Graphs.dense(Constant.floats(new long[] {1, 1}, 1));

    private final BatchPlan plan = new BatchPlan(GRAPH, 16);
    private final List<Integer> sizes = new ArrayList<>();

    @Test
    void aBatchThatDoesNotFitIsHalvedUntilItDoes() throws Exception {
        assertTrue(plan.size(this::doubling) >= 1);
        plan.halve(32);
        assertArrayEquals(expected(40), run(40, 3));
        assertEquals(16, sizes.get(0));
        assertEquals(List.of(8, 4, 2), sizes.subList(1, 4));
        assertTrue(sizes.stream().skip(3).allMatch(size -> size <= 2), sizes.toString());
        sizes.clear();
        assertArrayEquals(expected(5), run(5, 3));
        assertEquals(List.of(2, 2, 1), sizes, "the size that fitted is remembered");
    }

    @Test
    void onePictureThatDoesNotFitIsTheEnd() throws Exception {
        assertTrue(plan.size(this::doubling) >= 1);
        plan.halve(8);
        EngineException failed = assertThrows(EngineException.class, () -> run(4, 0));
        assertTrue(failed.outOfMemory());
        assertEquals(List.of(4, 2, 1), sizes);
    }

    @Test
    void otherFailuresAreNotTriedAgain() throws Exception {
        assertTrue(plan.size(this::doubling) >= 1);
        EngineException broken = new EngineException("It is broken.");
        SingleRun single = (inputs, outputs, progress) -> {
            sizes.add(inputs.get("x").batch());
            throw broken;
        };
        sizes.clear();
        BatchRun run = new BatchRun(single, plan, Map.of("x", pictures(4)), List.of("y"));
        assertSame(broken, assertThrows(EngineException.class, () -> run.run(Progress.none())));
        assertEquals(1, sizes.size());
    }

    private float[] run(int pictures, int most) throws Exception {
        SingleRun single = (inputs, outputs, progress) -> {
            sizes.add(inputs.get("x").batch());
            if (inputs.get("x").batch() > most) {
                throw new EngineException("There is not enough memory.", null, true);
            }
            return doubling(inputs, outputs, progress);
        };
        return new BatchRun(single, plan, Map.of("x", pictures(pictures)), List.of("y"))
                .run(Progress.none())
                .get("y")
                .data();
    }

    private Map<String, Tensor> doubling(Map<String, Tensor> inputs, List<String> outputs, Progress progress) {
        Tensor x = inputs.get("x");
        Tensor y = Tensor.zeros(x.shape());
        for (int i = 0; i < y.data().length; i++) {
            y.data()[i] = 2 * x.data()[i];
        }
        return Map.of(outputs.get(0), y);
    }

    private static Tensor pictures(int count) {
        Tensor pictures = Tensor.zeros(count, 1);
        for (int i = 0; i < count; i++) {
            pictures.data()[i] = i;
        }
        return pictures;
    }

    private static float[] expected(int count) {
        float[] expected = new float[count];
        for (int i = 0; i < count; i++) {
            expected[i] = 2 * i;
        }
        return expected;
    }
}
