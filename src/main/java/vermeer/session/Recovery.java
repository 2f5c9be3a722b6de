package vermeer.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What was kept of a session that was not saved.
 *
 * @param session as it was
 * @param origin the session's own file; empty where it was never saved
 * @param changed when the session last changed, to the millisecond
 */
public record Recovery(Session session, Optional<Path> origin, Instant changed) {
    public Recovery {
        origin = origin.map(path -> path.toAbsolutePath().normalize());
        changed = Instant.ofEpochMilli(changed.toEpochMilli());
    }
}
