package vermeer.data.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import vermeer.data.DataException;
import vermeer.data.Look;
import vermeer.data.LookLog;
import vermeer.file.AtomicFile;

/**
 * The file {@code .vermeer-data} of a folder. Decisions are changed in it, never written over: a change is applied to what the
 * file holds at that moment, so that two windows or a command do not undo each other's. A file of a newer version is left alone.
 */
public final class DecisionsFile implements LookLog {
    /** The file's name. */
    public static final String NAME = ".vermeer-data";

    private static final long LARGEST = 256L << 20;
    private static final int ATTEMPTS = 5;
    private static final Object LOCK = new Object(); // of this process; others are seen by the revision

    private final Path folder;
    private final Path file;

    public DecisionsFile(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.file = this.folder.resolve(NAME);
    }

    public Path file() {
        return file;
    }

    /**
     * What is decided; what is usual where there is no file yet.
     *
     * @throws DataException where it cannot be read, is damaged, or was written by a newer version
     */
    public Decisions read() throws DataException {
        return stored().decisions();
    }

    private DecisionsJson.Stored stored() throws DataException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new DataException(
                        "The file '" + file + "' is larger than 256 MB, which decisions never are; move" + " it away.");
            }
            return new DecisionsJson(folder).parse(Files.readString(file, StandardCharsets.UTF_8), file);
        } catch (NoSuchFileException none) {
            return new DecisionsJson.Stored(0, Decisions.standard());
        } catch (IOException unreadable) {
            throw new DataException(
                    "The decisions in '" + file + "' cannot be read; check that the file may be read.", unreadable);
        }
    }

    /**
     * Changes what is decided.
     *
     * @param change applied to what the file holds now; may be applied more than once
     * @return what is decided now
     * @throws DataException where the file is not readable, is newer, or could not be written; it is then as it was
     */
    public Decisions change(UnaryOperator<Decisions> change) throws DataException {
        synchronized (LOCK) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                DecisionsJson.Stored before = stored();
                Decisions changed = change.apply(before.decisions());
                String text = new DecisionsJson(folder).text(before.revision() + 1, changed);
                if (stored().revision() == before.revision()) {
                    write(text);
                    return changed;
                }
            }
        }
        throw new DataException("The decisions in '" + file + "' are being changed by another window; try again.");
    }

    private void write(String text) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException("The folder '" + folder + "' is gone; choose it again.");
        }
        try {
            AtomicFile.write(file, text);
        } catch (IOException failure) {
            throw new DataException(failure.getMessage(), failure);
        }
    }

    @Override
    public void record(Look look) throws IOException {
        try {
            change(decisions -> decisions.looking(look));
        } catch (DataException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
