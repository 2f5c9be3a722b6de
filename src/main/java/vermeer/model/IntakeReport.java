package vermeer.model;

import java.util.List;
import vermeer.image.InputProfile;

/**
 * What Vermeer believes about a model's input and output, and why.
 *
 * @param profile how a picture becomes the input
 * @param head what makes probabilities of logits
 * @param classNames one name a class; two for a model with one logit
 * @param beliefs one entry a field, in the order in which they are shown
 */
public record IntakeReport(InputProfile profile, Head head, List<String> classNames, List<Belief> beliefs) {

    public IntakeReport {
        classNames = List.copyOf(classNames);
        beliefs = List.copyOf(beliefs);
    }

    /** Whether anything is only guessed, so that the user should look at it. */
    public boolean guessed() {
        return beliefs.stream().anyMatch(Belief::guessed);
    }

    /** The belief about a field. */
    public Belief belief(String field) {
        return beliefs.stream()
                .filter(belief -> belief.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field '" + field + "'"));
    }
}
