package vermeer.model;

import java.nio.file.Path;

/** A file that the user opened, and its SHA-256, which is computed when it is asked for: large files take seconds. */
final class SourceFile {
    private final Path path;
    private String sha256;

    SourceFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The SHA-256 in lower-case hexadecimal digits; empty where the file has become unreadable. */
    synchronized String sha256() {
        if (sha256 == null) {
            sha256 = Sha256.of(path).orElse("");
        }
        return sha256;
    }
}
