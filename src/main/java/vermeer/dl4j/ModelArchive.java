package vermeer.dl4j;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@link ZipGuard} took out of a DL4J zip; nothing of it has been interpreted yet.
 *
 * @param configuration the network's settings, JSON
 * @param coefficients the weights, inflated
 * @param labels class names, one a line
 * @param notices what was left out
 */
record ModelArchive(String configuration, Path coefficients, Optional<String> labels, List<String> notices) {}
