package vermeer.image;

import java.nio.file.Path;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Turns a file into an upright picture. The worker's decoder reads the formats whose parsers may hang or break. */
@FunctionalInterface
public interface Decoder {

    /**
     * Reads one file within the {@link Limits}.
     *
     * @throws PictureException whatever is wrong with the file; nothing else is thrown for a bad file
     */
    Picture decode(Path file, Progress progress) throws PictureException, CancelledException;
}
