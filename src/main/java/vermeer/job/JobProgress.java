package vermeer.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a running job is.
 *
 * @param done units of work done
 * @param total units of work in all; 0 while unknown
 * @param elapsed the time since the job began to run, waiting not counted
 */
public record JobProgress(long done, long total, Duration elapsed) {
    private static final Duration TOO_EARLY = Duration.ofMillis(400);

    /** A job that has not reported yet. */
    public static final JobProgress NONE = new JobProgress(0, 0, Duration.ZERO);

    /** The share done, 0 to 1; empty while unknown. */
    public Optional<Double> share() {
        return total <= 0 ? Optional.empty() : Optional.of(Math.max(0, Math.min(1, (double) done / total)));
    }

    /** The time left if it goes on at this pace; empty while too little is known. */
    public Optional<Duration> timeLeft() {
        if (total <= 0 || done <= 0 || done >= total || elapsed.compareTo(TOO_EARLY) < 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) (elapsed.toNanos() * ((double) (total - done) / done))));
    }
}
