package vermeer.ui;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ShownMap;

/** Logs how long each finished map took, from the choice of its method or class until the window has drawn it. */
final class MapTimes {
    private MapTimes() {}

    static void log(Investigation investigation, JobRunner runner) {
        AtomicLong asked = new AtomicLong(System.nanoTime());
        investigation.methodProperty().subscribe(() -> asked.set(System.nanoTime()));
        investigation.targetProperty().subscribe(() -> asked.set(System.nanoTime()));
        investigation.mapProperty().subscribe(map -> {
            if (map != null && !map.unfinished()) {
                // Delivered behind the pulse that lays out and draws what this map has changed.
                runner.deliver(() -> runner.deliver(() -> write(map, System.nanoTime() - asked.get(), runner)));
            }
        });
    }

    private static void write(ShownMap map, long nanos, JobRunner runner) {
        runner.submit(new JobRequest<>(
                "Log a map's time",
                Lane.IO,
                progress -> {
                    LoggerFactory.getLogger(MapTimes.class)
                            .info(
                                    "{} came {} ms after it was asked for.",
                                    map.method().title(),
                                    nanos / 1_000_000);
                    return nanos;
                },
                written -> {},
                failure -> {}));
    }
}
