package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermeer.data.balance.CostMatrix;

class MeanCostTest {
    private static final int SICK = 0;
    private static final int HEALTHY = 1;

    /** Missing a sick one costs 9, a second look 1: from a probability of 1 / (1 + 9) on it pays to look again. */
    @Test
    void cheapAnswersCostLessThanProbableOnes() {
        List<String> classes = List.of("sick", "healthy");
        CostMatrix costs = CostMatrix.equal(classes).with(SICK, HEALTHY, 9);
        Predictions predictions = Predictions.ofProbabilities(
                classes, List.of("a", "b", "c", "d"), new int[] {SICK, SICK, HEALTHY, HEALTHY}, new double[][] {
                    {.2, .8}, {.05, .95}, {.3, .7}, {.01, .99}
                });
        MeanCost cost = MeanCost.of(predictions, costs, new Bootstrap());
        assertEquals(4.5, cost.probable().value(), "two missed at 9 each, of four");
        assertEquals(2.5, cost.cheapest().value(), "one missed at 9, one second look at 1");
        assertTrue(cost.cheapest().contains(2.5) && cost.cheapest().low() >= 0);
    }
}
