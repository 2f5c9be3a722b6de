package vermeer.data.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.job.Progress;

class TableColumnsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws IOException {
        for (String key : List.of("a.jpg", "b.jpg", "x/c.jpg", "y/c.jpg", "y/d.e.png")) {
            Files.createDirectories(folder.resolve(key).getParent());
            Files.writeString(folder.resolve(key), "x");
        }
    }

    private LabelReading read(String text) throws Exception {
        return read(text, Optional.empty());
    }

    private LabelReading read(String text, Optional<String> part) throws Exception {
        Path table = Files.writeString(folder.resolve("labels.csv"), text);
        return new TableColumns(table, "file", "species", part).read(folder, Progress.none());
    }

    private static List<String> found(LabelReading reading) {
        Dataset dataset = reading.dataset();
        return dataset.pictures().stream()
                .map(picture -> picture.key() + "=" + dataset.className(picture))
                .toList();
    }

    @Test
    void picturesAreNamedByPathOrNameWithOrWithoutEnding() throws Exception {
        LabelReading reading = read(
                "\uFEFFSpecies,note,File\r\noak,,a\r\n\"elm, young\",\"x\",b.jpg\r\noak/red,,x\\c.jpg\noak,,d.e\n");

        assertEquals(List.of("a.jpg=oak", "b.jpg=elm, young", "x/c.jpg=oak/red", "y/d.e.png=oak"), found(reading));
        assertEquals(
                List.of(
                        new LeftOut("labels.csv", "is no picture by its name"),
                        new LeftOut("y/c.jpg", "is not in the table")),
                reading.leftOut());
    }

    @Test
    void semicolonsTabsAndWindowsLettersAreUnderstood() throws Exception {
        assertEquals(List.of("a.jpg=Oak", "b.jpg=Elm"), found(read("file;species\na;Oak\nb;Elm\n")));
        assertEquals(List.of("a.jpg=Oak, red"), found(read("file\tspecies\na\tOak, red\n")));
        Files.write(folder.resolve("w.csv"), "file;species\na;M\u00fccke\n".getBytes(Charset.forName("windows-1252")));
        assertEquals(
                List.of("a.jpg=M\u00fccke"),
                found(new TableColumns(folder.resolve("w.csv"), "file", "species", Optional.empty())
                        .read(folder, Progress.none())));
    }

    @Test
    void rowsThatNameNothingSayWhy() throws Exception {
        LabelReading reading = read("file,species\nc,oak\nz,oak\na,oak\na.jpg,elm\nb,\n");

        assertEquals(List.of("a.jpg=oak"), found(reading));
        assertTrue(reading.leftOut()
                .contains(new LeftOut("c", "is the name of several pictures; write their paths into the table")));
        assertTrue(reading.leftOut().contains(new LeftOut("z", "is in the table but not in the folder")));
        assertTrue(reading.leftOut().contains(new LeftOut("a.jpg", "comes twice in the table; the first row counts")));
        assertTrue(reading.leftOut().contains(new LeftOut("b.jpg", "has an empty label")));
    }

    @Test
    void aColumnMayGiveTheSplit() throws Exception {
        LabelReading reading =
                read("file,species,set\na,oak,train\nb,oak,val\nd.e,elm,synthetic\n", Optional.of("set"));

        assertEquals(
                List.of("train", "val"),
                reading.dataset().pictures().stream().map(LabelledPicture::part).toList());
        assertEquals("y/d.e.png", reading.dataset().synthetic().get(0).key());
    }

    @Test
    void whatIsWrongWithATableIsOneSentence() {
        assertTrue(message("picture,species\na,oak\n").contains("has no column \"file\"; it has picture, species."));
        assertTrue(message("file,species\n").contains("has no rows"));
        assertTrue(message("").contains("has no rows"));
        assertTrue(message("file,species\nq,oak\n").contains("5 pictures, but none with a label"));
    }

    private String message(String text) {
        return assertThrows(DataException.class, () -> read(text)).getMessage();
    }
}
