package vermeer.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vermeer.cache.CacheFolder;
import vermeer.file.FileException;

/**
 * Where windows keep what is not yet saved: a file for each, which it holds locked while it lives. What a window that is
 * gone has left is offered to the user; what a living one keeps is nobody else's.
 */
public record RecoveryFolder(Path path) {
    private static final String ENDING = ".recovery.json";

    /** What a window has left. */
    public record Left(Recovery recovery, Path file) {

        /** Removes it, once the user has saved or declined it. */
        public void discard() {
            remove(file);
        }
    }

    /** The folder of this user, in the cache. */
    public static RecoveryFolder ofUser() {
        return in(CacheFolder.here());
    }

    /** The folder in a cache's folder. */
    public static RecoveryFolder in(Path cache) {
        // One level deeper than the cache's entries, so that neither clearing nor trimming the cache takes it.
        return new RecoveryFolder(cache.resolve("recovery").resolve("sessions"));
    }

    /**
     * A new file for a window, locked until it is closed.
     *
     * @throws FileException where the folder cannot be written to
     */
    public RecoveryFile open() throws FileException {
        return RecoveryFile.locked(path.resolve(UUID.randomUUID() + ENDING));
    }

    /** What windows that are gone have left and can be read, the latest first; to be reviewed before it is opened. */
    public List<Left> left() {
        List<Left> left = new ArrayList<>();
        for (Path file : files()) {
            try (RecoveryFile ours = RecoveryFile.locked(file)) {
                left.add(new Left(ours.read(), file));
            } catch (FileException | SessionException heldOrDamaged) {
                // A living window's is not ours to offer; a damaged one stays where it is, for whoever can mend it.
                continue;
            }
        }
        left.sort(Comparator.comparing((Left each) -> each.recovery().changed()).reversed());
        return List.copyOf(left);
    }

    private List<Path> files() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException heldOpen) {
            return false;
        }
    }
}
