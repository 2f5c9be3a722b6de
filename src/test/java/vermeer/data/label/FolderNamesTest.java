package vermeer.data.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.DataException;
import vermeer.data.Dataset;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.SplitPlan;
import vermeer.data.Splits;
import vermeer.data.Splitting;
import vermeer.data.SyntheticPicture;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

class FolderNamesTest {
    @TempDir
    Path folder;

    private void put(String... keys) throws IOException {
        for (String key : keys) {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
    }

    private LabelReading read() throws DataException, CancelledException {
        return new FolderNames().read(folder, Progress.none());
    }

    @Test
    void classesAreTheFoldersInTheOrderOfTheirNames() throws Exception {
        put("oak/b.jpg", "oak/a.PNG", "elm/site 1/c.webp");

        Dataset dataset = read().dataset();

        assertEquals(List.of("elm", "oak"), dataset.classes());
        assertEquals(
                List.of("elm/site 1/c.webp", "oak/a.PNG", "oak/b.jpg"),
                dataset.pictures().stream().map(LabelledPicture::key).toList());
        assertArrayEquals(new int[] {1, 2}, dataset.counts());
        assertTrue(Files.isRegularFile(dataset.pictures().get(0).file()));
    }

    @Test
    void foldersCalledAsSplitsAreParts() throws Exception {
        put("train/oak/a.jpg", "train/elm/b.jpg", "val/oak/c.jpg", "synthetic/elm/d.jpg");

        Dataset dataset = read().dataset();

        assertEquals(List.of("elm", "oak"), dataset.classes());
        assertEquals(List.of("train", "val"), dataset.parts());
        assertEquals(
                List.of("synthetic/elm/d.jpg"),
                dataset.synthetic().stream().map(SyntheticPicture::key).toList());
    }

    @Test
    void aSecondFolderMayBeTheClass() throws Exception {
        put("clinic-a/sick/1.png", "clinic-b/well/2.png");

        Dataset dataset = new FolderNames(2).read(folder, Progress.none()).dataset();

        assertEquals(List.of("sick", "well"), dataset.classes());
        assertEquals(List.of("clinic-a", "clinic-b"), dataset.parts());
    }

    @Test
    void whatIsNotUsedIsNamedWithItsReason() throws Exception {
        put("oak/a.jpg", "oak/notes.txt", "stray.jpg", ".hidden/b.jpg", "oak/.c.jpg");
        Files.createDirectories(folder.resolve("elm"));

        LabelReading reading = read();

        assertEquals(
                List.of(
                        new LeftOut("oak/notes.txt", "is no picture by its name"),
                        new LeftOut("stray.jpg", "lies in no class folder")),
                reading.leftOut());
        assertEquals(List.of("elm"), reading.emptyClasses());
        assertEquals(List.of("oak"), reading.dataset().classes());
    }

    @Test
    void anEmptyClassInsideASplitIsNamedToo() throws Exception {
        put("train/oak/a.jpg");
        Files.createDirectories(folder.resolve("train/elm"));
        Files.createDirectories(folder.resolve("val"));

        assertEquals(List.of("elm"), read().emptyClasses());
    }

    @Test
    void emojiAndSpacesAreNamesLikeAnyOther() throws Exception {
        put("🦋 butterfly/a.jpg", "Ame\u0301rique/b.jpg");

        assertEquals(List.of("Am\u00e9rique", "🦋 butterfly"), read().dataset().classes());
    }

    @Test
    void nothingToReadIsOneSentence() throws Exception {
        DataException none = assertThrows(DataException.class, this::read);
        assertTrue(none.getMessage().contains("holds no pictures that Vermeer reads"), none.getMessage());

        put("a.jpg");
        DataException loose = assertThrows(DataException.class, this::read);
        assertTrue(loose.getMessage().contains("1 pictures, but none with a label"), loose.getMessage());

        Path missing = folder.resolve("missing");
        DataException gone = assertThrows(DataException.class, () -> new FolderNames().read(missing, Progress.none()));
        assertTrue(gone.getMessage().startsWith("There is no folder"), gone.getMessage());
    }

    @Test
    void cancellingEndsTheWalk() throws Exception {
        put("oak/a.jpg");
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();

        assertThrows(CancelledException.class, () -> new FolderNames().read(folder, cancelled));
    }

    @Test
    void antsAndBeesAreReadWithTheirGivenSplits() throws Exception {
        Path antsBees = Path.of(System.getProperty("user.dir")).resolve("../shared/datasets/ants-bees");
        assumeTrue(Files.isDirectory(antsBees), "../shared is not there");

        Splits splits = new Splitting(SplitPlan.standard(1))
                .of(new FolderNames().read(antsBees, Progress.none()).dataset());

        assertEquals(List.of("ants", "bees"), splits.classes());
        assertEquals(243, splits.size(Split.TRAIN) + splits.size(Split.TRAIN_DEV));
        assertEquals(153, splits.size(Split.DEV));
        assertEquals(0, splits.size(Split.TEST));
    }
}
