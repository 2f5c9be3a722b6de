package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture that is watched while a network learns.
 *
 * @param label the class that it carries; empty where nobody said
 */
public record Pin(Path file, Optional<String> label) {
    public Pin {
        file = file.toAbsolutePath().normalize();
    }
}
