package vermeer.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void theBestComesFirstWhicheverWayTheMeasurePoints() {
        assertEquals(List.of("b", "Random map", "a"), titles(new Deletion()));
        assertEquals(List.of("a", "Random map", "b"), titles(new Insertion()));
    }

    @Test
    void ofEqualMapsTheMethodStandsBeforeTheControl() {
        Map<Control, Reading> controls = Map.of(Control.EDGES, reading(0.5));
        Ranking ranking = Ranking.of(new Road(), Map.of("a", reading(0.5)), controls);
        assertEquals("a", ranking.rows().get(0).title());
    }

    private static List<String> titles(TrustMeasure measure) {
        Map<String, Reading> maps = new LinkedHashMap<>();
        maps.put("a", reading(0.9));
        maps.put("b", reading(0.1));
        Map<Control, Reading> controls = new EnumMap<>(Control.class);
        controls.put(Control.RANDOM, reading(0.4));
        return Ranking.of(measure, maps, controls).rows().stream()
                .map(Ranking.Row::title)
                .toList();
    }

    private static Reading reading(double value) {
        return new Reading("test", value, List.of(), "");
    }
}
