package vermeer.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vermeer.comparison.AnswerPair.Verdict;

class ClassAlignmentTest {
    private static final List<String> PETS = List.of("Tabby_Cat", "dog", "crane", "goldfish");
    private static final List<String> ANIMALS = List.of("goldfish, Carassius auratus", "tabby cat", "wolf", "dogs");

    @Test
    void classesMatchByNormalisedNamesAndSynonymsInAnyOrder() {
        ClassAlignment alignment = ClassAlignment.of(PETS, ANIMALS);
        assertArrayEquals(new int[] {1, 3, -1, 0}, alignment.ofFirst());
        assertArrayEquals(new int[] {3, 0, -1, 1}, alignment.ofSecond());
        assertEquals(3, alignment.shared());
    }

    @Test
    void sameListAlignsEachPlaceWithItselfAlsoWhereNamesOccurTwice() {
        List<String> twice = List.of("crane", "maillot", "crane", "maillot, tank suit");
        assertArrayEquals(
                new int[] {0, 1, 2, 3}, ClassAlignment.of(twice, twice).ofFirst());
    }

    @Test
    void noClassIsPairedTwice() {
        ClassAlignment alignment = ClassAlignment.of(List.of("cat", "cats"), List.of("cat"));
        assertArrayEquals(new int[] {0, -1}, alignment.ofFirst());
        assertArrayEquals(new int[] {0}, alignment.ofSecond());
    }

    @Test
    void classCalledByANumberIsNotTheClassAtThatPlace() {
        ClassAlignment alignment = ClassAlignment.of(List.of("1", "0"), List.of("cat", "dog", "0"));
        assertArrayEquals(new int[] {-1, 2}, alignment.ofFirst());
        assertArrayEquals(new int[] {-1, -1, 1}, alignment.ofSecond());
    }

    @Test
    void answersStandSideBySideTheMostProbableOfEitherFirst() {
        List<AlignedClass> rows = AlignedClass.of(
                PETS,
                new double[] {0.7, 0.1, 0.15, 0.05},
                ANIMALS,
                new double[] {0.02, 0.1, 0.8, 0.08},
                ClassAlignment.of(PETS, ANIMALS));
        assertEquals(
                List.of("wolf", "Tabby_Cat", "crane", "dog", "goldfish"),
                rows.stream().map(AlignedClass::name).toList());
        assertFalse(rows.get(0).shared());
        assertTrue(Double.isNaN(rows.get(0).first()));
        assertEquals(-0.6, rows.get(1).difference(), 1e-12);
        assertTrue(Double.isNaN(rows.get(2).second()));
    }

    @Test
    void disagreementsComeFirstTheSurestFirst() {
        ClassAlignment alignment = ClassAlignment.of(PETS, ANIMALS);
        AnswerPair same = AnswerPair.of(0, "Tabby_Cat", 0.9, 1, "tabby cat", 0.6, alignment);
        AnswerPair unsure = AnswerPair.of(0, "Tabby_Cat", 0.4, 3, "dogs", 0.3, alignment);
        AnswerPair sure = AnswerPair.of(1, "dog", 0.9, 0, "goldfish, Carassius auratus", 0.8, alignment);
        AnswerPair unknown = AnswerPair.of(0, "Tabby_Cat", 0.99, 2, "wolf", 0.99, alignment);
        assertEquals(Verdict.SAME, same.verdict());
        assertEquals(Verdict.NOT_SHARED, unknown.verdict());
        assertEquals(
                List.of(sure, unsure, unknown, same),
                List.of(same, unknown, unsure, sure).stream()
                        .sorted(AnswerPair.DISAGREEMENTS_FIRST)
                        .toList());
    }
}
