package vermeer.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vermeer.model.Sha256;
import vermeer.session.FileReference;

/** Names files by place and content; a file that has not changed is read once. May be used from any thread. */
final class FileHashes {
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime changed, FileReference file) {}

    /** The file as it is now; as it was last where it is gone; empty where it was never there. */
    Optional<FileReference> of(Path path) {
        Known before = known.get(path);
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (before != null
                    && before.size() == now.size()
                    && before.changed().equals(now.lastModifiedTime())) {
                return Optional.of(before.file());
            }
            Optional<FileReference> read = Sha256.of(path).map(digest -> new FileReference(path, digest));
            read.ifPresent(file -> known.put(path, new Known(now.size(), now.lastModifiedTime(), file)));
            return read.or(() -> Optional.ofNullable(before).map(Known::file));
        } catch (IOException gone) {
            return Optional.ofNullable(before).map(Known::file);
        }
    }
}
