package vermeer.ui;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.LoggerFactory;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.canvas.CanvasViewModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.ShownMap;

/** Logs how long each finished map took, from the choice of its method or class until the window has drawn it. */
final class MapTimes {
    private MapTimes() {}

    static void log(Investigation investigation, CanvasViewModel canvas, JobRunner runner) {
        AtomicLong asked = new AtomicLong(System.nanoTime());
        investigation.methodProperty().subscribe(() -> asked.set(System.nanoTime()));
        investigation.targetProperty().subscribe(() -> asked.set(System.nanoTime()));
        // the coloured layer comes after its map
        canvas.layerProperty().subscribe(layer -> {
            ShownMap map = investigation.mapProperty().get();
            if (layer != null && map != null && !map.unfinished()) {
                Drawn.then(() -> write(map, System.nanoTime() - asked.get(), runner));
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
