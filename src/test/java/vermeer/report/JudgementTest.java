package vermeer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.report.Judgement.Standing;
import vermeer.trust.Control;
import vermeer.trust.Deletion;
import vermeer.trust.Insertion;
import vermeer.trust.Reading;
import vermeer.trust.Sparseness;
import vermeer.trust.TrustMeasure;

class JudgementTest {
    @Test
    void whoeverLosesToARandomMapIsToldSo() {
        Judgement worse = judgement(new Deletion(), 0.5, 0.4, 0.6, 0.6);
        assertEquals(Standing.CHANCE, worse.standing());
        assertEquals("Worse than the random control: by this measure the map explains nothing.", worse.verdict());
        assertEquals(
                "No better than the random control: by this measure the map explains nothing.",
                judgement(new Insertion(), 0.4, 0.4, 0.1, 0.1).verdict());
    }

    @Test
    void theControlsThatAreNotBeatenAreNamed() {
        Judgement judgement = judgement(new Insertion(), 0.5, 0.1, 0.6, 0.5);
        assertEquals(Standing.NO_BETTER, judgement.standing());
        assertEquals(
                "Not better than the edge detector and the centre blob, so this measure does not speak for the map.",
                judgement.verdict());
    }

    @Test
    void whichWayIsBetterIsTheMeasuresToSay() {
        assertEquals(
                Standing.BETTER, judgement(new Deletion(), 0.1, 0.2, 0.3, 0.4).standing());
        assertEquals(
                Standing.CHANCE, judgement(new Insertion(), 0.1, 0.2, 0.3, 0.4).standing());
    }

    @Test
    void aMeasureOfFormSpeaksForNoMap() {
        Judgement judgement = judgement(new Sparseness(), 0.9, 0.1, 0.1, 0.1);
        assertEquals(Standing.OPEN, judgement.standing());
        assertEquals("Says nothing of whether the map is right.", judgement.verdict());
    }

    private static Judgement judgement(TrustMeasure measure, double map, double random, double edges, double centre) {
        Map<Control, Reading> controls = new EnumMap<>(Control.class);
        controls.put(Control.RANDOM, reading(random));
        controls.put(Control.EDGES, reading(edges));
        controls.put(Control.CENTRE, reading(centre));
        return new Judgement(measure, reading(map), controls);
    }

    private static Reading reading(double value) {
        return new Reading("test", value, List.of(), "");
    }
}
