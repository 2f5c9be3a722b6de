package vermeer.attribution;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;

/** Runs many inputs that are made as they are needed, as many at a time as the model's planned batch holds. */
final class PlannedBatches {
    private PlannedBatches() {}

    /** What is done with the inputs {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    interface Step {
        void run(int from, int to, Progress progress) throws EngineException, CancelledException;
    }

    /** Runs {@code count} inputs; looks whether the user cancelled before each batch and reports after it. */
    static void run(Scores model, int count, Progress progress, Step step) throws EngineException, CancelledException {
        run(Math.max(1, model.plannedBatch()), count, progress, step);
    }

    /** The same with batches of this size. */
    static void run(int size, int count, Progress progress, Step step) throws EngineException, CancelledException {
        for (int from = 0; from < count; from += size) {
            progress.checkCancelled();
            int to = Math.min(count, from + size);
            step.run(from, to, progress.part((double) from / count, (double) to / count));
            progress.report(to, count);
        }
        progress.checkCancelled();
    }
}
