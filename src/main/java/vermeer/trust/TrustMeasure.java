package vermeer.trust;

import java.util.Optional;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;

/** A way to judge a map. Implementations are records whose components are their settings. */
public interface TrustMeasure {

    /** The name on the command line and in files, such as {@code deletion}. */
    String name();

    /** The name for people. */
    String title();

    /** The question that the measure answers, the range of its value, and the paper. */
    String about();

    /** Whether a larger value speaks for the map. */
    boolean higherIsBetter();

    /** Whether it says anything of the map being true to the model; otherwise only of its form or steadiness. */
    default boolean faithfulness() {
        return true;
    }

    /** What rises along its curves from 0 to 1; empty for a measure without a course. */
    default String course() {
        return "";
    }

    /** Why this map cannot be judged by this measure; empty where it can. */
    default Optional<String> unavailable(Evidence evidence) {
        return Optional.empty();
    }

    /** Reads maps of one subject, with all that was found out of the subject beforehand. */
    @FunctionalInterface
    interface Probe {
        /** @apiNote Long-running; call on the compute lane. */
        Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException;
    }

    /**
     * Finds out of a subject what no map changes, so that many maps of it share that; a probe's readings are those of
     * {@link #read}, to the bit.
     *
     * @apiNote Long-running; call on the compute lane.
     */
    default Probe probe(ImageModel model, Subject subject, Progress progress)
            throws EngineException, CancelledException {
        return this::read;
    }

    /** @apiNote Long-running; call on the compute lane. */
    Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException;
}
