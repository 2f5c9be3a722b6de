package vermeer.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenWithItsFoldersAndNothingElse() throws Exception {
        Path file = folder.resolve("a/b/result.txt");

        AtomicFile.write(file, "first");
        AtomicFile.write(file, "second");

        assertEquals("second", Files.readString(file));
        assertEquals(List.of(file), children(file.getParent()));
    }

    @Test
    void aFailureKeepsTheOldFileAndLeavesNoTemporaryOne() throws Exception {
        Path file = folder.resolve("result.txt");
        AtomicFile.write(file, "old");

        FileException failure = assertThrows(
                FileException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("No space left on device");
                }));

        assertEquals(
                file + " could not be written: the disk is full; free some space or choose another disk.",
                failure.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), children(folder));
    }

    @Test
    void whateverTheContentThrowsTheOldFileStays() throws Exception {
        Path file = folder.resolve("result.txt");
        AtomicFile.write(file, "old");

        assertThrows(
                IllegalStateException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new IllegalStateException();
                }));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), children(folder));
    }

    @Test
    void aFolderInThePlaceOfTheFileIsOneSentence() throws Exception {
        Path file = Files.createDirectories(folder.resolve("taken/full")).getParent();

        FileException failure = assertThrows(FileException.class, () -> AtomicFile.write(file, "text"));

        assertTrue(failure.getMessage().startsWith(file + " could not be written: "), failure.getMessage());
        assertEquals(List.of(file), children(folder));
    }

    @Test
    void aLinkIsFollowed() throws Exception {
        Path target = Files.writeString(folder.resolve("target.txt"), "old");
        Path link = folder.resolve("link.txt");
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException | UnsupportedOperationException unsupported) {
            assumeTrue(false, "this system makes no symbolic links");
        }

        AtomicFile.write(link, "new");

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        }
    }
}
