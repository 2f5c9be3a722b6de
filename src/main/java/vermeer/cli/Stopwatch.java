package vermeer.cli;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Times an action: once to warm up, then until enough time has passed. */
record Stopwatch(int fewest, int most, double seconds) {

    /** What is timed. */
    @FunctionalInterface
    interface Action {
        void run() throws EngineException, CancelledException;
    }

    /** @return the best of the runs, in milliseconds */
    double best(Action action, Progress progress) throws EngineException, CancelledException {
        action.run();
        long began = System.nanoTime();
        double best = Double.MAX_VALUE;
        for (int run = 0; run < most && (run < fewest || System.nanoTime() - began < seconds * 1e9); run++) {
            progress.checkCancelled();
            long started = System.nanoTime();
            action.run();
            best = Math.min(best, (System.nanoTime() - started) / 1e6);
        }
        return best;
    }
}
