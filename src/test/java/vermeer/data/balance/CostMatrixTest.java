package vermeer.data.balance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CostMatrixTest {
    private static final List<String> CLASSES = List.of("sick", "well");

    @Test
    void equalCostsChooseTheMostProbable() {
        assertEquals(1, CostMatrix.equal(CLASSES).decide(new double[] {0.49, 0.51}));
        assertEquals(0, CostMatrix.equal(CLASSES).decide(new double[] {0.5, 0.5}));
    }

    @Property(tries = 100)
    void theThresholdIsWhereTheDecisionTurns(
            @ForAll @DoubleRange(min = 0.1, max = 100) double miss,
            @ForAll @DoubleRange(min = 0.1, max = 100) double alarm) {
        CostMatrix costs = CostMatrix.equal(CLASSES).with(0, 1, miss).with(1, 0, alarm);
        double threshold = costs.threshold(0, 1);

        assertEquals(0, costs.decide(new double[] {threshold + 1e-6, 1 - threshold - 1e-6}));
        assertEquals(1, costs.decide(new double[] {threshold - 1e-6, 1 - threshold + 1e-6}));
    }

    @Test
    void aDearMissLowersTheThreshold() {
        assertEquals(0.1, CostMatrix.equal(CLASSES).with(0, 1, 9).threshold(0, 1), 1e-12);
    }

    @Test
    void costsAreSquareAndNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new CostMatrix(CLASSES, List.of(List.of(0.0, 1.0))));
        assertThrows(
                IllegalArgumentException.class, () -> CostMatrix.equal(CLASSES).with(0, 1, -1));
    }
}
