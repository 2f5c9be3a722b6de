package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostMatrixTest {
    private static final int SICK = 0;
    private static final int HEALTHY = 1;

    /** Missing a sick one costs 9, a second look 1: from a probability of 1 / (1 + 9) on it pays to look again. */
    private final CostMatrix costs = new CostMatrix(new double[][] {{0, 9}, {1, 0}});

    @Test
    void theThresholdIsWhereBothDecisionsCostTheSame() {
        assertEquals(SICK, costs.decide(0.101, 0.899));
        assertEquals(HEALTHY, costs.decide(0.099, 0.901));
    }

    @Test
    void theMeanCostCountsEveryDecision() {
        Predictions predictions = Predictions.ofProbabilities(
                List.of("sick", "healthy"),
                List.of("a", "b", "c", "d"),
                new int[] {SICK, SICK, HEALTHY, HEALTHY},
                new double[][] {{.2, .8}, {.05, .95}, {.3, .7}, {.01, .99}});
        int[] decisions = costs.decisions(predictions);
        assertArrayEquals(new int[] {SICK, HEALTHY, SICK, HEALTHY}, decisions);
        assertEquals(
                2.5,
                costs.cost(predictions.labels(), decisions, new Bootstrap()).value());
        int[] probable = CostMatrix.ofErrors(2).decisions(predictions);
        assertEquals(
                4.5, costs.cost(predictions.labels(), probable, new Bootstrap()).value());
    }

    @Test
    void aMatrixMustBeSquareAndFinite() {
        assertThrows(IllegalArgumentException.class, () -> new CostMatrix(new double[][] {{0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> new CostMatrix(new double[][] {{Double.NaN}}));
    }
}
