package vermeer.dream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.image.Picture;

/**
 * What became of a dream.
 *
 * @param picture rounded to 8 bits; saved as PNG and opened again, it is what the facts were measured on
 * @param first the picture that it began with
 * @param course the objective at every step
 * @param facts measured on the rounded picture, by name
 * @param reached whether what was aimed at was reached; empty where there is no aim but more
 * @param notices what a user should know, one sentence each
 */
public record Dreamt(
        Picture picture,
        Picture first,
        List<Double> course,
        Map<String, Double> facts,
        Optional<Boolean> reached,
        List<String> notices) {

    public Dreamt {
        course = List.copyOf(course);
        facts = Map.copyOf(facts);
        notices = List.copyOf(notices);
    }
}
