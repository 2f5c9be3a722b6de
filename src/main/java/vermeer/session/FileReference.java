package vermeer.session;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file that a session works with, by place and content.
 *
 * @param path absolute
 * @param sha256 of the file's bytes when it was added, as 64 lower-case hexadecimal digits
 */
public record FileReference(Path path, String sha256) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException where the digest is none; the message is a clause */
    public FileReference {
        path = path.toAbsolutePath().normalize();
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits");
        }
    }

    /** The file's name for people. */
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
