package vermeer.ui.tuning.run;

import java.nio.file.Path;

/**
 * A network that may be tuned.
 *
 * @param file to open it from
 * @param name for people
 * @param asked whether it is the one that the window asks now
 */
public record Candidate(Path file, String name, boolean asked) {}
