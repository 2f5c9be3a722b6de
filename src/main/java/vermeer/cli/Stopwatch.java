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
    private static final int QUICK_RUNS = 5;

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

    /**
     * Times an action in turns with a quick one, so that what else the machine does falls on both.
     *
     * @return the best of the action's and of the quick one's runs, in milliseconds
     */
    double[] bestInTurns(Action action, Action quick, Progress progress) throws EngineException, CancelledException {
        double[] best = {Double.MAX_VALUE, Double.MAX_VALUE};
        time(action);
        double spent = 0;
        for (int run = 0; run < most && (run < fewest || spent < 1000 * seconds); run++) {
            for (int i = 0; i < QUICK_RUNS; i++) {
                progress.checkCancelled();
                best[1] = Math.min(best[1], time(quick));
            }
            double time = time(action);
            spent += time;
            best[0] = Math.min(best[0], time);
        }
        return best;
    }

    private static double time(Action action) throws EngineException, CancelledException {
        long started = System.nanoTime();
        action.run();
        return (System.nanoTime() - started) / 1e6;
    }
}
