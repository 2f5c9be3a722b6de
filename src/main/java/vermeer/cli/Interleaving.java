package vermeer.cli;

import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Lets an action run with bare forward passes in between, whenever it reports how far it is. */
final class Interleaving implements Progress {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final int AT_ONCE = 3;

    private final PassBench bench;
    private final Progress progress;
    private double total;
    private int passes;
    private long pausedNanos;
    private long last;

    Interleaving(PassBench bench, Progress progress) {
        this.bench = bench;
        this.progress = progress;
    }

    /** Runs the action with bare passes before, within and behind it. @return its own milliseconds */
    double time(PassBench.Action action) throws EngineException, CancelledException {
        run();
        last = System.nanoTime();
        pausedNanos = 0;
        long started = last;
        action.run(this);
        double milliseconds = (System.nanoTime() - started - pausedNanos) / 1e6;
        run();
        return milliseconds;
    }

    /** The mean milliseconds of the bare passes. */
    double bare() {
        return total / passes;
    }

    private void run() throws EngineException, CancelledException {
        for (int i = 0; i < AT_ONCE; i++) {
            total += bench.bare();
            passes++;
        }
    }

    @Override
    public void report(long done, long all) {
        progress.report(done, all);
        long began = System.nanoTime();
        if (began - last < EVERY_NANOS) {
            return;
        }
        try {
            run();
        } catch (EngineException | CancelledException seenByTheNextPass) {
            return;
        }
        last = System.nanoTime();
        pausedNanos += last - began;
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
        return progress.onCancel(action);
    }
}
