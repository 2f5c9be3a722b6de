package vermeer.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static Splits splits(List<String> classes, int[] train, int[] dev) {
        return new Splits(
                classes, pictures("t", train), List.of(), List.of(), pictures("d", dev), new LockedTest(List.of()));
    }

    private static List<LabelledPicture> pictures(String prefix, int[] counts) {
        List<LabelledPicture> pictures = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            for (int i = 0; i < counts[label]; i++) {
                pictures.add(new LabelledPicture(Path.of("x"), prefix + label + "/" + i, label, ""));
            }
        }
        return pictures;
    }

    private static String refused(Splits splits) {
        return assertThrows(DataException.class, () -> Readiness.check(splits)).getMessage();
    }

    @Test
    void enoughOfEverythingRaisesNoConcern() {
        Splits splits = splits(List.of("a", "b"), new int[] {50, 50}, new int[] {20, 20});

        assertEquals(List.of(), Readiness.of(splits));
        assertDoesNotThrow(() -> Readiness.check(splits));
    }

    @Test
    void oneClassOrAnEmptyOneCannotBeTrained() {
        assertTrue(refused(splits(List.of("a/b 🐝"), new int[] {50}, new int[] {20}))
                .contains("only the class \"a/b 🐝\""));
        assertTrue(refused(splits(List.of(), new int[0], new int[0])).contains("no class"));
        assertTrue(refused(splits(List.of("a", "b"), new int[] {50, 0}, new int[] {20, 9}))
                .contains("\"b\" has no photos to train on"));
    }

    @Test
    void onePictureInAClassAndAThinDevAreToldButNotRefused() {
        Splits splits = splits(List.of("a", "b"), new int[] {50, 1}, new int[] {5, 0});

        List<String> sentences =
                Readiness.of(splits).stream().map(Concern::sentence).toList();

        assertEquals(3, sentences.size());
        assertTrue(sentences.get(0).contains("\"b\" (1)"), sentences.get(0));
        assertTrue(sentences.get(1).contains("no photos of \"b\""), sentences.get(1));
        assertTrue(sentences.get(2).contains("only 5 photos"), sentences.get(2));
        assertDoesNotThrow(() -> Readiness.check(splits));
    }
}
