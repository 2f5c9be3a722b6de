package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassMatchTest {
    private final List<String> model = List.of("tench, Tinca tinca", "bee", "ant, emmet, pismire", "Katzen");

    @Test
    void namesMatchButForCasePunctuationAndPlural() {
        ClassMatch match = ClassMatch.of(List.of("ants", "Bees", "tinca_tinca", "katzen"), model, List.of());
        assertArrayEquals(new int[] {2, 1, 0, 3}, match.index());
        assertTrue(match.complete());
    }

    @Test
    void numbersAndSynonymsMatchToo() {
        ClassMatch match = ClassMatch.of(List.of("1", "n01440764"), model, List.of("n01440764", "b", "c", "d"));
        assertArrayEquals(new int[] {1, 0}, match.index());
    }

    @Test
    void whatTheModelDoesNotKnowIsNamed() {
        ClassMatch match = ClassMatch.of(List.of("wasp", "bee", "🐝/x"), model, List.of());
        assertArrayEquals(new int[] {-1, 1, -1}, match.index());
        assertEquals(List.of("wasp", "🐝/x"), match.unmatched());
        assertFalse(match.complete());
    }
}
