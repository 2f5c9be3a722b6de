package vermeer.ui.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.job.DirectJobRunner;
import vermeer.job.Progress;
import vermeer.ui.Pictures;
import vermeer.ui.ToyServices;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.workbench.Workbench;

class OpeningTest {
    @TempDir
    Path home;

    private Workbench workbench;
    private Path folder;

    @BeforeEach
    void workbench() throws IOException {
        workbench = new Workbench(ToyServices.in(home, List.of()), new DirectJobRunner(), new JobViewModel());
        folder = Files.createDirectories(home.resolve("pictures/deeper"));
        Pictures.write(Pictures.redSquare(), folder.resolve("red.png"));
        Pictures.write(Pictures.blueSquare(), folder.resolveSibling("blue.png"));
        Files.writeString(folder.resolve("notes.txt"), "not a picture");
    }

    @Test
    void pictureAFolderAndAModelComeInTheSameWay() {
        workbench.opening().onFiles(List.of(home.resolve("pictures"), home.resolve("net.onnx")));
        assertEquals(2, workbench.strip().items().size());
        assertEquals(
                "Toy network",
                workbench.investigation().networkProperty().get().model().name());
        assertEquals(
                "blue.png", workbench.investigation().pictureProperty().get().name());
    }

    @Test
    void whatWasOpenedIsRememberedAsRecent() {
        workbench.opening().onFiles(List.of(home.resolve("pictures"), home.resolve("net.onnx")));
        assertEquals(
                List.of(home.resolve("pictures").toString()),
                workbench.preferences().get().recentPictures());
        assertEquals(
                List.of(home.resolve("net.onnx").toString()),
                workbench.preferences().get().recentModels());
    }

    @Test
    void folderWithoutPicturesAndFileThatIsGoneAreSaid() throws IOException {
        Path empty = Files.createDirectory(home.resolve("empty"));
        workbench.opening().onFiles(List.of(empty));
        workbench.opening().onFiles(List.of(home.resolve("gone.png")));
        assertTrue(workbench.notices().shown().get(0).text().contains("empty"));
        assertTrue(workbench.notices().shown().get(1).text().contains("gone.png"));
        assertNull(workbench.investigation().pictureProperty().get());
    }

    @Test
    void filesAreToldApartByTheirNames() throws IOException {
        FoundFiles found =
                FoundFiles.in(List.of(folder, home.resolve("a.KERAS"), home.resolve("b.unknown")), Progress.none());
        assertEquals(
                List.of("red.png", "b.unknown"),
                found.pictures().stream()
                        .map(path -> path.getFileName().toString())
                        .toList());
        assertEquals(1, found.models().size());
    }
}
