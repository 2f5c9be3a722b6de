package vermeer.ui.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How many pictures came lately. */
final class Pace {
    private static final int LATELY = 12;
    private static final double NANOS = 1e9;

    private final Deque<Long> times = new ArrayDeque<>();

    /** Counts a picture that came at this time, in nanoseconds. */
    void count(long time) {
        times.addLast(time);
        if (times.size() > LATELY) {
            times.removeFirst();
        }
    }

    void forget() {
        times.clear();
    }

    /** For people: "8 pictures a second"; empty before the second picture. */
    String text() {
        if (times.size() < 2 || times.getLast().equals(times.getFirst())) {
            return "";
        }
        double seconds = (times.getLast() - times.getFirst()) / NANOS / (times.size() - 1);
        return seconds > 1
                ? String.format(Locale.ROOT, "a picture every %.1f s; a faster method shows more", seconds)
                : String.format(Locale.ROOT, "%.0f pictures a second", 1 / seconds);
    }
}
