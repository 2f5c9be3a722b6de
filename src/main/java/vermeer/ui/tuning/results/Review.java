package vermeer.ui.tuning.results;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vermeer.data.decision.Decisions;

/** What a user decided about suspected labels, with undo. What it decides goes into the folder's decisions. */
final class Review {
    /** Decisions that put a reviewed picture back as it was. */
    private record Step(String key, Optional<String> before, UnaryOperator<Decisions> inverse) {}

    private final Map<String, String> states = new HashMap<>();
    private final Deque<Step> done = new ArrayDeque<>();

    /** A change, and what it makes of the picture in words. */
    private UnaryOperator<Decisions> decide(Decisions now, String key, String state, UnaryOperator<Decisions> change) {
        done.push(new Step(key, state(key), inverse(now, key)));
        states.put(key, state);
        Set<String> one = Set.of(key);
        return before -> change.apply(before.undecided(one));
    }

    UnaryOperator<Decisions> keep(Decisions now, String key) {
        return decide(now, key, "kept", before -> before.confirming(key));
    }

    UnaryOperator<Decisions> relabel(Decisions now, String key, String className) {
        return decide(now, key, "now " + className, before -> before.relabelling(key, className));
    }

    UnaryOperator<Decisions> exclude(Decisions now, String key) {
        return decide(now, key, "left out", before -> before.excluding(Set.of(key), "suspected label"));
    }

    /** Takes the last decision back; empty where there is none. */
    Optional<UnaryOperator<Decisions>> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Step step = done.pop();
        step.before().ifPresentOrElse(state -> states.put(step.key(), state), () -> states.remove(step.key()));
        return Optional.of(step.inverse());
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    /** What was decided about a picture, in words. */
    Optional<String> state(String key) {
        return Optional.ofNullable(states.get(key));
    }

    /** Takes over what was decided before. */
    void read(Decisions decisions) {
        states.clear();
        done.clear();
        decisions.confirmed().forEach(key -> states.put(key, "kept"));
        decisions.relabelled().forEach((key, name) -> states.put(key, "now " + name));
        decisions.excluded().keySet().forEach(key -> states.put(key, "left out"));
    }

    private static UnaryOperator<Decisions> inverse(Decisions now, String key) {
        Set<String> one = Set.of(key);
        String reason = now.excluded().get(key);
        String label = now.relabelled().get(key);
        boolean confirmed = now.confirmed().contains(key);
        return after -> {
            Decisions plain = after.undecided(one);
            Decisions excluded = reason == null ? plain : plain.excluding(one, reason);
            Decisions relabelled = label == null ? excluded : excluded.relabelling(key, label);
            return confirmed ? relabelled.confirming(key) : relabelled;
        };
    }
}
