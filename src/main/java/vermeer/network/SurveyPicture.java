package vermeer.network;

import java.nio.file.Path;

/**
 * A picture of a folder.
 *
 * @param file where it lies
 * @param label the name of its class; empty where it has none
 */
public record SurveyPicture(Path file, String label) {}
