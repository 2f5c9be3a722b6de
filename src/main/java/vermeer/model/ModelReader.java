package vermeer.model;

import java.nio.file.Path;
import java.util.Set;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Turns files of some formats into graphs. A new format is one more reader in {@link Models}. */
public interface ModelReader {

    /** The formats that this reader reads. */
    Set<ModelFormat> formats();

    /**
     * Reads a file, which is never changed.
     *
     * @param file a file of one of {@link #formats()}, told by its content
     * @throws ModelException where the file is damaged or asks for what Vermeer cannot do; one sentence that names the file
     */
    ReadModel read(Path file, Progress progress) throws ModelException, CancelledException;
}
