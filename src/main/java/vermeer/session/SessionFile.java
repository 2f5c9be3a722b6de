package vermeer.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * Sessions as {@code .vermeer} files: JSON with a version number. Each file that a session needs is named by its absolute
 * path and by its path from the session's folder, so that a folder may be moved or sent as a whole.
 */
public final class SessionFile {
    /** The ending of the name. */
    public static final String EXTENSION = "vermeer";

    private static final long MAX_BYTES = 64L << 20;

    private SessionFile() {}

    /**
     * Saves a session, replacing what was there in one step.
     *
     * @throws FileException where it could not be written; the old file is then as it was
     */
    public static void write(Session session, Path file) throws FileException {
        AtomicFile.write(file, new SessionJson(folder(file)).text(session));
    }

    /**
     * Reads a session. The files that it names need not be there; {@link FileProblem#in} tells.
     *
     * @throws SessionException where it cannot be read, is no session, or was written by a newer version; the file is left
     *     as it is
     */
    public static Session read(Path file) throws SessionException {
        return new SessionJson(folder(file))
                .session(text(file), file.getFileName().toString());
    }

    /** The text of a file that is no larger than a session can be. */
    static String text(Path file) throws SessionException {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                throw new SessionException(
                        "'" + name + "' is larger than 64 MB, which no session is; choose another file.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new SessionException("There is no session '" + file + "'; check the name.");
        } catch (IOException unreadable) {
            throw new SessionException("The session '" + file + "' cannot be opened; check that it may be read.");
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().normalize().getParent();
    }
}
