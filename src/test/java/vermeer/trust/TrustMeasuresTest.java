package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.attribution.Gradient;
import vermeer.attribution.PlantedNetwork;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.report.Judge;

/** What every measure must do, on a network whose evidence is known. */
class TrustMeasuresTest {
    private static final int SIDE = PlantedNetwork.SIDE;
    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Subject subject = new Subject(network.picture(), new Region(0, 0, SIDE, SIDE), Target.of(0, "first"));

    static List<TrustMeasure> faithfulness() {
        return List.of(new Deletion(), new Insertion(), new Road(), new Infidelity());
    }

    static List<TrustMeasure> all() {
        return TrustMeasures.all();
    }

    @ParameterizedTest
    @MethodSource("faithfulness")
    void aMapOfTheEvidenceBeatsItsOpposite(TrustMeasure measure) throws Exception {
        double right = measure.read(evidence(planted(1)), Progress.none()).value();
        double wrong = measure.read(evidence(planted(-1)), Progress.none()).value();
        assertTrue(measure.higherIsBetter() ? right > wrong : right < wrong, right + " against " + wrong);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theSameSeedGivesTheSameReading(TrustMeasure measure) throws Exception {
        assertEquals(
                measure.read(evidence(planted(1)), Progress.none()),
                measure.read(evidence(planted(1)), Progress.none()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProbeReadsManyMapsAsEachIsReadAlone(TrustMeasure measure) throws Exception {
        TrustMeasure.Probe probe = measure.probe(network, subject, Progress.none());
        for (Evidence each : List.of(
                evidence(planted(1)),
                evidence(planted(-1)),
                Evidence.of(network, subject, Control.RANDOM, 0),
                Evidence.of(network, subject, Control.EDGES, 0))) {
            assertEquals(measure.read(each, Progress.none()), probe.read(each, Progress.none()));
        }
    }

    @Test
    void squaresAreBlankedOnceForTheMapAndAllControls() throws Exception {
        Judge judge = new Judge(network);
        judge.judge(new Infidelity(), evidence(planted(1)), Progress.none());
        int first = network.passes().get();
        judge.judge(new Infidelity(), evidence(planted(-1)), Progress.none());
        int batches = (new Infidelity().squares() + network.plannedBatch() - 1) / network.plannedBatch();
        assertEquals(1 + batches, first);
        assertEquals(first, network.passes().get(), "another map of the same picture asks the model nothing");
    }

    @Test
    void whereBlankingHelpsTheClassInfidelitySaysWhyNothingIsExplained() throws Exception {
        Subject against = new Subject(
                subject.input(), subject.region(), new Target(List.of(new Target.Term(0, "not first", -1))));
        Reading reading = new Infidelity(20, 0.9, 0).read(Evidence.of(network, against, planted(1)), Progress.none());
        assertEquals(1, reading.value());
        assertTrue(reading.sentence().contains("20 of 20 squares raise it"), reading.sentence());
    }

    @ParameterizedTest
    @MethodSource("faithfulness")
    void cancellingEndsAMeasure(TrustMeasure measure) {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThrows(CancelledException.class, () -> measure.read(evidence(planted(1)), cancellation));
    }

    @Test
    void aMapFromAFileCannotBeMadeAgain() {
        Evidence fromFile = Evidence.of(network, subject, planted(1));
        assertTrue(new MaxSensitivity().unavailable(fromFile).isPresent());
        assertFalse(new MaxSensitivity().unavailable(evidence(planted(1))).isPresent());
    }

    @Test
    void sparsenessIsNoneForAnEvenMapAndNearlyOneForASinglePlace() {
        float[] even = new float[100];
        Arrays.fill(even, 3);
        float[] single = new float[100];
        single[7] = -2;
        assertEquals(0, gini(even), 1e-6);
        assertEquals(0.99, gini(single), 1e-6);
    }

    @Test
    void complexityIsTheLogarithmOfThePlacesForAnEvenMap() {
        float[] even = new float[100];
        Arrays.fill(even, -3);
        assertEquals(Math.log(100), entropy(even), 1e-6);
    }

    @Test
    void theControlsCanBeMadeAgainForAnotherPicture() throws Exception {
        MaxSensitivity measure = new MaxSensitivity();
        Reading random = measure.read(Evidence.of(network, subject, Control.RANDOM, 0), Progress.none());
        Reading edges = measure.read(Evidence.of(network, subject, Control.EDGES, 0), Progress.none());
        assertEquals(0, random.value());
        assertTrue(edges.value() > 0, "edges follow the picture's noise");
    }

    private Evidence evidence(Heatmap map) {
        return Evidence.of(network, subject, map, new Gradient());
    }

    private Heatmap planted(float weight) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = PlantedNetwork.evidence(0, i / SIDE, i % SIDE) ? weight : 0;
        }
        return new Heatmap(SIDE, SIDE, values, subject.region(), "planted");
    }

    private double gini(float[] values) {
        return new Sparseness().read(evidence(map(values)), Progress.none()).value();
    }

    private double entropy(float[] values) {
        return new Complexity().read(evidence(map(values)), Progress.none()).value();
    }

    private Heatmap map(float[] values) {
        return new Heatmap(10, 10, values, subject.region(), "test");
    }
}
