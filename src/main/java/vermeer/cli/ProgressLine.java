package vermeer.cli;

import java.time.Duration;
import java.util.Optional;
import vermeer.job.JobProgress;

/** Draws how far a command is, and the time left, on one line that it draws again and again. */
final class ProgressLine {
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Terminal terminal;
    private final String action;
    private String step = "";
    private final long started = System.nanoTime();
    private long drawn;
    private int width;

    ProgressLine(Terminal terminal, String action) {
        this.terminal = terminal;
        this.action = action;
    }

    /** Says what is being done just now, after the action; empty for nothing more. */
    synchronized void step(String now) {
        step = now;
    }

    /** Draws the line, ten times a second at most. */
    synchronized void draw(long done, long total) {
        long now = System.nanoTime();
        if (!terminal.watched() || now - drawn < PAUSE_NANOS) {
            return;
        }
        drawn = now;
        String text = text(new JobProgress(done, total, Duration.ofNanos(now - started)));
        terminal.err().print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.err().flush();
        width = text.length();
    }

    /** Wipes the line out, so that what is printed next stands alone. */
    synchronized void clear() {
        if (width > 0) {
            terminal.err().print("\r" + " ".repeat(width) + "\r");
            terminal.err().flush();
            width = 0;
        }
    }

    private String text(JobProgress progress) {
        Optional<String> share = progress.share().map(value -> " " + Math.round(100 * value) + " %");
        Optional<String> left = progress.timeLeft().map(time -> ", " + duration(time) + " left");
        return action + step + share.orElse(" ...") + left.orElse("");
    }

    /** {@code 8 s}, {@code 2 min 05 s}, {@code 1 h 02 min}. */
    static String duration(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format("%d min %02d s", seconds / 60, seconds % 60)
                : String.format("%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }
}
