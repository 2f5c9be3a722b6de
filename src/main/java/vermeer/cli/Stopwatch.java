package vermeer.cli;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Times an action again and again. The first run warms up and does not count, unless it takes so long that warming up makes
 * no difference.
 *
 * @param fewest runs that count, where the first is quick
 * @param most runs that count
 * @param seconds how long to go on
 */
record Stopwatch(int fewest, int most, double seconds) {

    /** What is timed. */
    @FunctionalInterface
    interface Action {
        void run() throws EngineException, CancelledException;
    }

    /** @return the best of the runs, in milliseconds */
    double best(Action action, Progress progress) throws EngineException, CancelledException {
        double first = time(action);
        boolean slow = first > 1000 * seconds;
        double best = slow ? first : Double.MAX_VALUE;
        double spent = slow ? first : 0;
        for (int run = slow ? fewest : 0; run < most && (run < fewest || spent < 1000 * seconds); run++) {
            progress.checkCancelled();
            double time = time(action);
            spent += time;
            best = Math.min(best, time);
        }
        return best;
    }

    private static double time(Action action) throws EngineException, CancelledException {
        long started = System.nanoTime();
        action.run();
        return (System.nanoTime() - started) / 1e6;
    }
}
