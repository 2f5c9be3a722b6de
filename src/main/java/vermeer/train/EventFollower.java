package vermeer.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import vermeer.job.Progress;

/** Passes a run's events on as they are written, whenever somebody looks whether the run is cancelled. */
final class EventFollower implements Progress, AutoCloseable {
    private static final long LOOK_NANOS = 100_000_000;

    private final Progress progress;
    private final EventLog log;
    private final Consumer<JsonNode> events;
    private long looked = System.nanoTime();

    EventFollower(Progress progress, EventLog log, Consumer<JsonNode> events) {
        this.progress = progress;
        this.log = log;
        this.events = events;
    }

    void poll() {
        log.poll().forEach(events);
    }

    @Override
    public void report(long done, long total) {
        progress.report(done, total);
    }

    @Override
    public boolean cancelled() {
        if (System.nanoTime() - looked > LOOK_NANOS) {
            looked = System.nanoTime();
            poll();
        }
        return progress.cancelled();
    }

    @Override
    public Registration onCancel(Runnable action) {
        return progress.onCancel(action);
    }

    @Override
    public void close() {
        poll();
    }
}
