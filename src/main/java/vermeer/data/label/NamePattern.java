package vermeer.data.label;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.data.DataException;
import vermeer.data.PathPattern;
import vermeer.data.Split;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Each picture's class is a part of its path. The first folder is its part where it is called as a split is.
 *
 * @param pattern finds {@code {label}}
 */
public record NamePattern(PathPattern pattern) implements LabelSource {

    @Override
    public LabelReading read(Path folder, Progress progress) throws DataException, CancelledException {
        FolderListing listing = FolderListing.of(folder, progress);
        Collecting collecting = new Collecting(listing);
        for (String key : listing.pictures()) {
            progress.checkCancelled();
            Optional<String> label = pattern.find(key);
            if (label.isPresent()) {
                collecting.add(key, label.get(), part(key));
            } else {
                collecting.leaveOut(key, "does not fit the pattern");
            }
        }
        return collecting.reading("change the pattern \"" + pattern.text() + "\" so that it fits their names");
    }

    /** The first folder where it is called as a split is; else empty. */
    static String part(String key) {
        int end = key.indexOf('/');
        String first = end < 0 ? "" : key.substring(0, end);
        return Collecting.isSynthetic(first) || Split.ofFolder(first).isPresent() ? first : "";
    }
}
