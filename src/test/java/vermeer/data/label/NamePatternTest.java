package vermeer.data.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.PathPattern;
import vermeer.job.Progress;

class NamePatternTest {
    @TempDir
    Path folder;

    @Test
    void theClassIsAPartOfTheName() throws Exception {
        Files.createDirectories(folder.resolve("val"));
        Files.writeString(folder.resolve("oak_1.jpg"), "x");
        Files.writeString(folder.resolve("val/elm_2.jpg"), "x");
        Files.writeString(folder.resolve("nothing.jpg"), "x");
        NamePattern names = new NamePattern(PathPattern.label("{label}_*"));

        LabelReading reading = names.read(folder, Progress.none());

        Dataset dataset = reading.dataset();
        assertEquals(List.of("elm", "oak"), dataset.classes());
        assertEquals(List.of("", "val"), dataset.parts());
        assertEquals(List.of(new LeftOut("nothing.jpg", "does not fit the pattern")), reading.leftOut());
        DataException none = assertThrows(DataException.class, () -> new NamePattern(PathPattern.label("x{label}y"))
                .read(folder, Progress.none()));
        assertTrue(none.getMessage().contains("change the pattern"), none.getMessage());
    }
}
