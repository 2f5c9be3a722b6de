package vermeer.ui.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vermeer.image.PictureReader;

/**
 * The newest picture of a folder, once it is written to its end: a file counts when it has the same length and time at two looks. To
 * be used from one thread at a time.
 */
final class FolderTail {
    private final Path folder;
    private Seen growing;
    private Seen shown;

    /** A file as it was at a look. */
    private record Seen(Path file, FileTime time, long length) {
        static Seen of(Path file) {
            try {
                return new Seen(file, Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException gone) {
                return new Seen(file, FileTime.fromMillis(0), -1);
            }
        }
    }

    FolderTail(Path folder) {
        this.folder = folder;
    }

    /**
     * Looks once.
     *
     * @return a picture that was not returned by the look before; empty where there is none yet
     * @throws IOException where the folder cannot be read any more
     */
    Optional<Path> look() throws IOException {
        Optional<Seen> newest;
        try (Stream<Path> files = Files.list(folder)) {
            newest = files.filter(FolderTail::isPicture)
                    .map(Seen::of)
                    .filter(seen -> seen.length() > 0)
                    .max(Comparator.comparing(Seen::time)
                            .thenComparing(seen -> seen.file().getFileName().toString()));
        }
        boolean complete = newest.isPresent() && newest.get().equals(growing);
        growing = newest.orElse(null);
        if (!complete || newest.get().equals(shown)) {
            return Optional.empty();
        }
        shown = newest.get();
        return Optional.of(shown.file());
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        List<String> endings = PictureReader.extensions();
        return !name.startsWith(".")
                && endings.contains(name.substring(name.lastIndexOf('.') + 1))
                && Files.isRegularFile(file);
    }
}
