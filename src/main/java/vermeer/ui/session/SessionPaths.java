package vermeer.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.session.FileReference;

/** Asks the user for paths; empty where the user has none to give. */
public interface SessionPaths {

    /** A session to open. */
    Optional<Path> toOpen();

    /**
     * Where to write a file.
     *
     * @param what in the dialog's title, such as {@code session}
     * @param name a proposal, without its ending
     * @param extension of the name, without a dot
     */
    Optional<Path> toWrite(String what, String name, String extension);

    /** Where a file of a session is now. */
    Optional<Path> toLocate(FileReference missing);
}
