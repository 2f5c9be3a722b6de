package vermeer.ui.method;

import java.util.Optional;
import vermeer.attribution.AttributionMethod;

/**
 * A method in the palette.
 *
 * @param method with the settings it would run with now
 * @param unavailable why the network in sight cannot be explained by it; empty where it can
 */
public record MethodEntry(AttributionMethod method, Optional<String> unavailable) {

    public String name() {
        return method.name();
    }
}
