package vermeer.attack;

import java.util.Optional;
import vermeer.attribution.MethodNotes;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;

/**
 * A way to make a network answer wrongly. Implementations are records whose components are their settings; they declare
 * what they need of a model by the sub-interface they implement. Same picture, same settings: same result, to the bit.
 */
public sealed interface Attack permits GradientAttack, ScoreAttack {

    /** The name on the command line and in files, such as {@code pgd}. */
    String name();

    /** The name in menus. */
    String title();

    /** What it shows, what it does not, its cost, its paper. */
    MethodNotes notes();

    /** What it changes. */
    Space space();

    /** How large its change may be; empty where it looks for a small one by itself. */
    Optional<Limit> limit();

    /** Whether it can be asked for a certain class. */
    default boolean targeted() {
        return true;
    }

    /** Whether it looks for a change as small as can be, which is then scaled until it just works as it counts. */
    default boolean minimal() {
        return false;
    }

    /** Why it cannot attack this model, in one sentence; empty where it can. */
    Optional<String> unavailable(ImageModel model);

    /**
     * Looks for levels that reach the goal.
     *
     * @return the levels found, or the best that were; {@link Attempt#counted} makes the result of them
     */
    float[] search(Attempt attempt, Progress progress) throws EngineException, CancelledException;
}
