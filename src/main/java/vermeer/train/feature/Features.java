package vermeer.train.feature;

import java.nio.file.Path;
import java.util.List;

/**
 * Cached values.
 *
 * @param file the rows, in the order of the request, without those of unreadable pictures
 * @param sha256 of the file's bytes
 * @param unreadable the pictures without rows
 * @param reused whether they were found, not computed
 */
public record Features(Path file, String sha256, List<Unreadable> unreadable, boolean reused) {

    /** A picture that could not be read, and why, as a sentence. */
    public record Unreadable(String key, String reason) {}

    public Features {
        unreadable = List.copyOf(unreadable);
    }
}
