package vermeer.train.loop;

import vermeer.engine.EngineException;
import vermeer.graph.GraphException;
import vermeer.job.CancelledException;
import vermeer.train.TrainingException;

/** Computes a step with half as many pictures at once, as often as it takes to fit into the memory. */
final class Halving {
    private Halving() {}

    /** A step with so many pictures at once; its sums are the same but for rounding. */
    @FunctionalInterface
    interface Attempt<T> {
        T with(int together) throws EngineException, CancelledException, GraphException, TrainingException;
    }

    /** Is told the number of pictures that is tried next. */
    @FunctionalInterface
    interface Halved {
        void to(int together) throws TrainingException;
    }

    /**
     * The step.
     *
     * @param together how many pictures are tried first
     * @throws EngineException where not even one picture fits, or something else fails
     */
    static <T> T of(int together, Attempt<T> attempt, Halved halved)
            throws EngineException, CancelledException, GraphException, TrainingException {
        int now = together;
        while (true) {
            try {
                return attempt.with(now);
            } catch (EngineException failed) {
                if (!failed.outOfMemory() || now == 1) {
                    throw failed;
                }
                now /= 2;
                halved.to(now);
            }
        }
    }
}
