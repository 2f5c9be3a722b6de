package vermeer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FolderLabelsTest {
    private static final List<String> CLASSES = List.of("tench, Tinca tinca", "goldfish", "7");

    @Test
    void picturesInFoldersNamedLikeClassesHaveThem() {
        List<Path> files = List.of(
                Path.of("photos", "Tinca_tinca", "a.jpg"),
                Path.of("photos", "goldfish", "b.jpg"),
                Path.of("photos", "holiday", "c.jpg"),
                Path.of("d.jpg"));
        FolderLabels labels = FolderLabels.of(files, CLASSES);
        assertEquals(OptionalInt.of(0), labels.of(files.get(0)));
        assertEquals(OptionalInt.of(1), labels.of(files.get(1)));
        assertEquals(OptionalInt.empty(), labels.of(files.get(2)));
        assertEquals(OptionalInt.empty(), labels.of(files.get(3)));
    }

    @Test
    void aNumberIsALabelOnlyWhereAClassIsCalledSo() {
        Path year = Path.of("photos", "1", "a.jpg");
        Path seven = Path.of("photos", "7", "b.jpg");
        FolderLabels labels = FolderLabels.of(List.of(year, seven), CLASSES);
        assertEquals(OptionalInt.empty(), labels.of(year));
        assertEquals(OptionalInt.of(2), labels.of(seven));
    }
}
