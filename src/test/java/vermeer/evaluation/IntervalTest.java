package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Newcombe (1998), table I, and statsmodels 0.14's proportion_confint. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27753279986288926",
        "1, 10, 0.017876213095072924, 0.40415002679523854",
        "81, 263, 0.2552885198782742, 0.36620957698280004",
        "15, 148, 0.06238639953073628, 0.16048724172330803",
        "0, 20, 0, 0.1611251580528194",
        "1, 29, 0.006113214292762667, 0.17175521879320294",
        "10, 10, 0.7224672001371106, 1",
        "144, 153, 0.8919944328901531, 0.9687473697880281"
    })
    void sharesHaveWilsonsInterval(int hits, int total, double low, double high) {
        Interval interval = Interval.wilson(hits, total);
        assertEquals(low, interval.low(), 1e-9);
        assertEquals(high, interval.high(), 1e-9);
    }

    @Test
    void nothingIsKnownOfNoPicture() {
        assertFalse(Interval.wilson(0, 0).known());
        assertEquals("unknown", Interval.unknown().percent());
        assertEquals("94.1 % (89.2 to 96.9)", Interval.wilson(144, 153).percent());
    }

    @Test
    void theBootstrapOfAMeanAgreesWithItsStandardError() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values =
                IntStream.range(0, 400).mapToDouble(i -> random.nextDouble()).toArray();
        Interval interval = new Bootstrap(2000, 5).of(400, drawn -> IntStream.of(drawn)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow());
        double error = Math.sqrt(1 / 12.0 / 400);
        assertEquals(interval.value() - 1.96 * error, interval.low(), 0.1 * error * 2);
        assertEquals(interval.value() + 1.96 * error, interval.high(), 0.1 * error * 2);
        assertEquals(interval, new Bootstrap(2000, 5).of(400, drawn -> IntStream.of(drawn)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow()));
    }

    /** statsmodels 0.14's mcnemar(exact=True). */
    @ParameterizedTest
    @CsvSource({"59, 6, 4.964650327128616e-12", "5, 15, 0.04138946533203125", "0, 4, 0.125", "10, 10, 1", "0, 0, 1"})
    void mcNemarsProbabilityIsExact(int onlyFirst, int onlySecond, double p) {
        assertEquals(p, Comparison.of(100, onlyFirst, onlySecond).p(), 1e-9 * p);
    }

    /** 21 pairs, 1 and 7 discordant: (2 - 8) / 23 -/+ 1.96 * sqrt((10/23 - (6/23)^2) / 23), by hand. */
    @Test
    void thePairedDifferenceHasBonettsAndPricesInterval() {
        Interval gain = Comparison.of(21, 7, 1).gain();
        assertEquals(-6 / 21.0, gain.value(), 1e-12);
        assertEquals(-0.5084, gain.low(), 1e-4);
        assertEquals(-0.0134, gain.high(), 1e-4);
    }

    @Test
    void disagreementsThatOneGotRightComeFirst() {
        var names = java.util.List.of("a", "b", "c");
        var pictures = java.util.List.of("both wrong", "same", "one right");
        int[] labels = {0, 0, 0};
        var first = Predictions.ofProbabilities(
                names, pictures, labels, new double[][] {{.1, .8, .1}, {.9, .05, .05}, {.6, .3, .1}});
        var second = Predictions.ofProbabilities(
                names, pictures, labels, new double[][] {{.1, .1, .8}, {.8, .1, .1}, {.2, .7, .1}});
        assertEquals(java.util.List.of(2, 0), Comparison.disagreements(first, second));
        assertEquals(1, Comparison.of(first, second).onlyFirst());
        assertTrue(Comparison.of(first, second).p() > 0.99);
    }
}
