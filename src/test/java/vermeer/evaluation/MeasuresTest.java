package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against scikit-learn 1.9, and numbers worked by hand. */
class MeasuresTest {
    private final Reference reference = Reference.read();
    private final Predictions predictions = reference.predictions();
    private final Measures measures = Measures.of(predictions, new Bootstrap(200, 1));

    @Test
    void theConfusionMatrixIsThatOfScikitLearn() {
        ConfusionMatrix confusion = ConfusionMatrix.of(predictions);
        double[][] expected = reference.rows("confusion");
        for (int row = 0; row < 3; row++) {
            assertArrayEquals(
                    expected[row],
                    IntStream.of(confusion.counts()[row]).asDoubleStream().toArray());
        }
        assertEquals(90, confusion.total());
        assertEquals(90 - confusion.correct(), predictions.errors());
    }

    @Test
    void everyMeasureIsThatOfScikitLearn() {
        assertEquals(reference.number("accuracy"), measures.accuracy().value(), 1e-12);
        assertEquals(
                reference.number("balancedAccuracy"),
                measures.balancedAccuracy().value(),
                1e-12);
        assertEquals(reference.number("macroF1"), measures.macroF1().value(), 1e-12);
        assertEquals(reference.number("logLoss"), measures.loss().value(), 1e-9);
        assertEquals(reference.number("brier"), measures.brier().value(), 1e-9);
        assertEquals(reference.number("ece10"), measures.calibrationError().value(), 1e-9);
        for (int k = 0; k < 3; k++) {
            ClassMeasures each = measures.perClass().get(k);
            assertEquals(reference.numbers("precision")[k], each.precision().value(), 1e-12);
            assertEquals(reference.numbers("recall")[k], each.recall().value(), 1e-12);
            assertEquals(reference.numbers("f1")[k], each.f1().value(), 1e-12);
            assertEquals(
                    reference.numbers("rocAreasProbability")[k], each.rocArea().value(), 1e-9);
            assertEquals(
                    reference.numbers("averagePrecision")[k],
                    each.averagePrecision().value(),
                    1e-9);
        }
    }

    @Test
    void theCurvesHaveTheAreasOfTheMeasures() {
        for (int k = 0; k < 3; k++) {
            ScoreCurve curve = ScoreCurve.of(predictions, k);
            assertEquals(reference.numbers("rocAreasProbability")[k], curve.rocArea(), 1e-9);
            assertEquals(reference.numbers("averagePrecision")[k], curve.averagePrecision(), 1e-9);
        }
    }

    @Test
    void equalScoresCountHalf() {
        ScoreCurve curve = ScoreCurve.of(new double[] {0.5, 0.5, 0.5, 0.5}, true, false, true, false);
        assertEquals(0.5, curve.rocArea());
        assertEquals(1, curve.points().size());
        assertFalse(ScoreCurve.of(new double[] {1, 2}, true, true).known());
    }

    @Test
    void theReliabilityDiagramAddsUpToItsError() {
        Calibration calibration = Calibration.of(predictions, 10);
        assertEquals(reference.number("ece10"), calibration.expectedError(), 1e-9);
        assertEquals(
                90,
                calibration.bins().stream().mapToInt(Calibration.Bin::pictures).sum());
        assertTrue(calibration.overconfidence() > 0);
    }

    @Test
    void theTemperatureMinimisesTheLoss() {
        Temperature temperature = Temperature.fit(predictions);
        assertEquals(reference.number("temperature"), temperature.value(), 1e-5);
        assertEquals(reference.number("nllAtTemperature"), temperature.lossAfter(), 1e-9);
        assertEquals(reference.number("logLoss"), temperature.lossBefore(), 1e-9);
        Predictions cooled = predictions.cooled(temperature.value());
        assertEquals(predictions.errors(), cooled.errors());
        assertTrue(Calibration.of(cooled, 10).expectedError() < reference.number("ece10"));
    }

    @Test
    void topFiveCountsAmongManyClasses() {
        List<String> names = IntStream.range(0, 12).mapToObj(k -> "c" + k).toList();
        double[][] logits = {
            IntStream.range(0, 12).mapToDouble(k -> -k).toArray(),
            IntStream.range(0, 12).mapToDouble(k -> -k).toArray()
        };
        Predictions many = new Predictions(names, List.of("x", "y"), new int[] {4, 5}, logits);
        Measures both = Measures.of(many, new Bootstrap(40, 0));
        assertEquals(0.5, both.topFive().value());
        assertEquals(
                List.of("c0", "c4", "c5"),
                both.perClass().stream().map(ClassMeasures::name).toList());
    }

    @Test
    void cellsListTheirPicturesByLoss() {
        List<Integer> cell = ConfusionMatrix.cell(predictions, 0, 1);
        assertEquals(ConfusionMatrix.of(predictions).counts()[0][1], cell.size());
        for (int i = 1; i < cell.size(); i++) {
            assertTrue(predictions.loss(cell.get(i - 1)) >= predictions.loss(cell.get(i)));
        }
        assertEquals(
                predictions.loss(TopLosses.of(predictions, 3).get(0)),
                IntStream.range(0, 90).mapToDouble(predictions::loss).max().orElseThrow());
    }
}
