package vermeer.advice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class LearningCurvesTest {
    private static final int INPUTS = 10;
    private final int[] labels = IntStream.range(0, 600).map(i -> i % 2).toArray();
    private final Tensor features = blobs();
    private final int[] train = IntStream.range(0, 80).toArray();
    private final int[] judged = IntStream.range(400, 600).toArray();

    @Test
    void aPowerLawIsFoundAgain() {
        PowerLaw law = new PowerLaw(0.03, 0.5, 0.6);
        double[] sizes = {5, 10, 20, 40, 80, 160};
        PowerLaw found =
                PowerLaw.fit(sizes, DoubleStream.of(sizes).map(law::at).toArray(), new double[] {1, 1, 1, 1, 1, 1});
        assertEquals(0.03, found.floor(), 1e-9);
        assertEquals(0.5, found.scale(), 1e-9);
        assertEquals(0.6, found.exponent(), 1e-9);
        assertEquals(320, found.sizeFor(found.at(320)), 1e-6);
        assertEquals(Double.POSITIVE_INFINITY, found.sizeFor(0.02));
    }

    @Test
    void errorsThatDoNotFallPromiseNothing() {
        PowerLaw flat = PowerLaw.fit(new double[] {5, 10, 20}, new double[] {.1, .1, .11}, new double[] {1, 1, 1});
        assertEquals(Double.POSITIVE_INFINITY, flat.sizeFor(0.05));
    }

    @Test
    void theCurveFallsAndItsForecastHoldsWhenThePicturesCome() throws CancelledException {
        LearningCurve curve = new LearningCurves(6, 1).of(features, labels, 2, train, judged, Progress.none());
        assertArrayEquals(
                new double[] {5, 10, 20, 40},
                curve.points().stream()
                        .mapToDouble(LearningCurve.Point::pictures)
                        .toArray());
        assertTrue(curve.points().get(0).error().value() > curve.last().error().value());
        LearningCurve.Forecast forecast = curve.forecasts().get(1);
        assertEquals(160, forecast.pictures());
        LearningCurve later = new LearningCurves(6, 1)
                .of(features, labels, 2, IntStream.range(0, 320).toArray(), judged, Progress.none());
        double came = later.last().error().value();
        assertTrue(
                forecast.error().low() - 0.02 <= came
                        && came <= forecast.error().high() + 0.02,
                came + " was forecast as " + forecast.error());
    }

    @Test
    void withoutDevAFifthIsHeldBackAndTheSeedDecides() throws CancelledException {
        LearningCurve curve = new LearningCurves(3, 9).of(features, labels, 2, train, new int[0], Progress.none());
        assertEquals(32, curve.last().pictures());
        assertEquals(curve, new LearningCurves(3, 9).of(features, labels, 2, train, new int[0], Progress.none()));
    }

    @Test
    void goalsSayHowManyPicturesMoreAndHowSurely() throws CancelledException {
        LearningCurve curve = new LearningCurves(6, 1).of(features, labels, 2, train, judged, Progress.none());
        LearningCurve.Goal goal = curve.usual().orElseThrow();
        assertEquals(0.02, goal.fall());
        assertTrue(goal.more().value() > 0);
        assertTrue(goal.within() > 0 && goal.within() <= 1);
    }

    @Test
    void tooFewPicturesOfAClassAreRefusedInASentence() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new LearningCurves()
                .of(features, labels, 2, IntStream.range(0, 18).toArray(), judged, Progress.none()));
        assertTrue(refused.getMessage().contains("the smallest has 9"), refused.getMessage());
    }

    /** Two clouds that overlap: some error always remains. */
    private Tensor blobs() {
        Random random = new Random(2);
        Tensor blobs = Tensor.zeros(600, INPUTS);
        for (int i = 0; i < blobs.data().length; i++) {
            double centre = i % INPUTS < 2 && labels[i / INPUTS] == 1 ? 1.6 : 0;
            blobs.data()[i] = (float) (centre + random.nextGaussian());
        }
        return blobs;
    }
}
