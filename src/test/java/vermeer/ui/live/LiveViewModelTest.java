package vermeer.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.DirectJobRunner;
import vermeer.ui.Pictures;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ToyNetwork;
import vermeer.ui.notice.Notices;

/** Following a folder, without a toolkit. */
class LiveViewModelTest {
    @TempDir
    Path folder;

    private final DirectJobRunner runner = new DirectJobRunner();
    private final Notices notices = new Notices();
    private final Investigation investigation = new Investigation(runner, notices.failing("This"));
    private final LiveViewModel model = new LiveViewModel(
            investigation,
            new PictureReader((file, progress) -> {
                throw new PictureException("no worker here");
            }),
            new NoFrames(),
            runner,
            notices,
            () -> false);

    @Test
    void theNewestPictureIsClassifiedWhenItIsWrittenToItsEnd() throws Exception {
        investigation.ask(new ToyNetwork());
        model.follow(folder);
        model.look();
        assertNull(investigation.pictureProperty().get());
        write("1.png", true, 1_000);
        model.look();
        assertNull(investigation.pictureProperty().get(), "it may still be growing");
        model.look();
        assertEquals(
                "scarlet macaw", investigation.predictionProperty().get().best().name());
        write("0.png", false, 2_000);
        model.look();
        model.look();
        assertEquals("blue jay", investigation.predictionProperty().get().best().name());
        assertTrue(model.statusProperty().get().startsWith("2 pictures"));
    }

    @Test
    void frozenThePictureStays() throws Exception {
        model.follow(folder);
        write("1.png", true, 1_000);
        model.look();
        model.look();
        model.frozenProperty().set(true);
        write("2.png", false, 2_000);
        model.look();
        model.look();
        assertEquals("1.png", investigation.pictureProperty().get().name());
        model.frozenProperty().set(false);
        model.look();
        model.look();
        assertEquals("2.png", investigation.pictureProperty().get().name());
    }

    @Test
    void aFileThatGrowsAndOneThatIsNoPictureWait() throws Exception {
        FolderTail tail = new FolderTail(folder);
        Files.writeString(folder.resolve("notes.txt"), "no picture");
        Path growing = Files.writeString(folder.resolve("a.png"), "1");
        assertEquals(Optional.empty(), tail.look());
        Files.writeString(growing, "12");
        assertEquals(Optional.empty(), tail.look());
        assertEquals(Optional.of(growing), tail.look());
        assertEquals(Optional.empty(), tail.look());
    }

    @Test
    void aFolderThatIsGoneIsOneSentence() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        model.follow(gone);
        Files.delete(gone);
        model.look();
        assertNull(model.sourceProperty().get());
        assertTrue(
                notices.shown().get(0).text().contains("choose it again"),
                notices.shown().toString());
    }

    private void write(String name, boolean red, long time) throws Exception {
        Path file = Pictures.write(red ? Pictures.redSquare() : Pictures.blueSquare(), folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
    }
}
