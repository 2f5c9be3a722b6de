package vermeer.image;

import java.util.Set;

/**
 * A profile that was read.
 *
 * @param profile complete; what the source left open is filled from elsewhere
 * @param given the names of the fields that the source itself gave, such as {@code mean}
 */
public record ProfileReading(InputProfile profile, Set<String> given) {
    public ProfileReading {
        given = Set.copyOf(given);
    }
}
