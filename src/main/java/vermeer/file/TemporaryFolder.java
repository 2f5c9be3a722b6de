package vermeer.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of its own inside another, deleted with all that lies in it when it is closed. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    /**
     * Makes one.
     *
     * @param parent made where it is missing
     * @param name what its name begins with
     * @throws FileException where it cannot be made
     */
    public static TemporaryFolder in(Path parent, String name) throws FileException {
        try {
            Files.createDirectories(parent);
            return new TemporaryFolder(Files.createTempDirectory(parent, name));
        } catch (IOException refused) {
            throw new FileException(
                    "The folder '" + parent + "' cannot be written to; choose another folder.", refused);
        }
    }

    /** Deletes it; what another process still holds open goes when this one ends. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::delete);
        } catch (IOException | UncheckedIOException goneAlready) {
            path.toFile().deleteOnExit();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException held) {
            file.toFile().deleteOnExit();
        }
    }
}
