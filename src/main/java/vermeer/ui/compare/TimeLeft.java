package vermeer.ui.compare;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import vermeer.attribution.AttributionMethod;
import vermeer.ui.job.JobViewModel;

/** Estimates how long maps will take from how long maps by the same methods took. */
final class TimeLeft {
    private final LongSupplier nanoTime;
    private final Map<AttributionMethod, Long> last = new HashMap<>();
    private long began;

    TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void begin() {
        began = nanoTime.getAsLong();
    }

    void end(AttributionMethod method) {
        last.put(method, nanoTime.getAsLong() - began);
    }

    /** The time for people; empty where a method among them was not measured yet. */
    String left(List<AttributionMethod> open) {
        if (open.isEmpty() || !last.keySet().containsAll(open)) {
            return "";
        }
        return JobViewModel.text(
                Duration.ofNanos(open.stream().mapToLong(last::get).sum()));
    }
}
