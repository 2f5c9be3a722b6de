package vermeer.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A profile that somebody wrote, not yet read.
 *
 * @param source who
 * @param where what messages call it
 * @param json its text
 * @param folder where the class list that it names lies; empty where it cannot name one
 */
record ProfileText(Source source, String where, String json, Optional<Path> folder) {}
