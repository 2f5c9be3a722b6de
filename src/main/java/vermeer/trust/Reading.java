package vermeer.trust;

import java.util.List;

/**
 * What a measure found.
 *
 * @param measure the measure's name
 * @param value the number
 * @param curves how it came about; empty for measures without a course
 * @param sentence what it means, for someone who has never heard of the measure
 */
public record Reading(String measure, double value, List<Curve> curves, String sentence) {
    public Reading {
        curves = List.copyOf(curves);
    }
}
