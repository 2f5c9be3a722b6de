package vermeer.ui.tuning.run;

import java.util.function.DoubleConsumer;
import vermeer.job.Progress;

/** Also tells the share that is done, ten times a second at most. */
final class StatusProgress implements Progress {
    private static final long PAUSE_NANOS = 100_000_000;

    private final Progress progress;
    private final DoubleConsumer share;
    private long told;

    StatusProgress(Progress progress, DoubleConsumer share) {
        this.progress = progress;
        this.share = share;
    }

    @Override
    public synchronized void report(long done, long total) {
        progress.report(done, total);
        long now = System.nanoTime();
        if (total > 0 && now - told > PAUSE_NANOS) {
            told = now;
            share.accept((double) done / total);
        }
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
