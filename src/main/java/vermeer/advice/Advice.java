package vermeer.advice;

import java.util.List;
import java.util.Optional;

/**
 * What to do next, and why.
 *
 * @param gaps every step that can be computed, from human level to test
 * @param verdict what was found
 * @param step the gap to work on; empty where none is clear
 * @param sentence the advice in one or two sentences
 * @param actions what to do, the most promising first
 * @param notes what should be known with it, such as a split that is missing
 */
public record Advice(
        List<Gap> gaps,
        Verdict verdict,
        Optional<Gap> step,
        String sentence,
        List<String> actions,
        List<String> notes) {

    /** What the errors say. */
    public enum Verdict {
        /** A gap is large and clear: work on it. */
        ACT,
        /** A gap may be large, but there are too few pictures to say. */
        TOO_FEW_PICTURES,
        /** No gap is large. */
        GOOD
    }

    public Advice {
        gaps = List.copyOf(gaps);
        actions = List.copyOf(actions);
        notes = List.copyOf(notes);
    }
}
