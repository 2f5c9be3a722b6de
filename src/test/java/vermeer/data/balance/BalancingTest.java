package vermeer.data.balance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;

class BalancingTest {
    private static final int[] COUNTS = {30, 10, 0};

    private static List<LabelledPicture> pictures() {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int label = 0; label < COUNTS.length; label++) {
            for (int i = 0; i < COUNTS[label]; i++) {
                pictures.add(new LabelledPicture(Path.of("x"), label + "/" + i, label, ""));
            }
        }
        return pictures;
    }

    @Test
    void weightsMakeClassesEquallyHeavyAndKeepTheMean() {
        double[] weights = Balancing.CLASS_WEIGHTS.weights(COUNTS);

        assertEquals(weights[0] * 30, weights[1] * 10, 1e-12);
        assertEquals(40, weights[0] * 30 + weights[1] * 10, 1e-12);
        assertEquals(0, weights[2]);
        assertArrayEquals(new double[] {1, 1, 0}, Balancing.NONE.weights(COUNTS));
    }

    @Test
    void overSamplingRepeatsAndUnderSamplingLeavesOut() {
        List<LabelledPicture> over = Balancing.OVER_SAMPLING.epoch(pictures(), 3, 1);
        List<LabelledPicture> under = Balancing.UNDER_SAMPLING.epoch(pictures(), 3, 1);

        assertArrayEquals(new int[] {30, 30, 0}, Dataset.counts(over, 3));
        assertEquals(40, new HashSet<>(over).size());
        assertArrayEquals(new int[] {10, 10, 0}, Dataset.counts(under, 3));
        assertEquals(20, new HashSet<>(under).size());
        assertEquals(40, Balancing.NONE.epoch(pictures(), 3, 1).size());
    }

    @Test
    void theSeedDecidesTheEpoch() {
        assertEquals(
                Balancing.UNDER_SAMPLING.epoch(pictures(), 3, 5), Balancing.UNDER_SAMPLING.epoch(pictures(), 3, 5));
        assertTrue(!Balancing.UNDER_SAMPLING
                .epoch(pictures(), 3, 5)
                .equals(Balancing.UNDER_SAMPLING.epoch(pictures(), 3, 6)));
    }

    @Test
    void imbalanceNamesTheClasses() {
        assertTrue(new Imbalance(List.of("a", "b"), List.of(100, 10))
                .sentence()
                .startsWith("\"a\" has 100 pictures, \"b\" has 10. A network"));
        assertEquals(
                "The classes are about equally large.", new Imbalance(List.of("a", "b"), List.of(100, 90)).sentence());
    }
}
