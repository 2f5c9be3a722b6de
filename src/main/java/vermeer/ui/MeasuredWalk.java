package vermeer.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.util.Subscription;
import vermeer.file.AtomicFile;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.workbench.Workbench;

/**
 * What {@code vermeer bench window} has a window of its own do once the first prediction is drawn: classes are chosen one after
 * the other as a click chooses them, and each map is waited for until it is drawn. Every map is a new one, so none comes from a
 * cache. The window stays open, so that its memory can be looked at.
 */
final class MeasuredWalk {
    /** The system property that names the file for the figures; a window without it does nothing of this. */
    private static final String FILE = "vermeer.measured";

    /** The methods asked for, with how often: {@code grad-cam:10,gradient:90}; empty for the start alone. */
    private static final String MAPS = "vermeer.measured.maps";

    private final Path file;
    private final Workbench workbench;
    private final List<String> methods = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private double start;

    private MeasuredWalk(Path file, String maps, Workbench workbench) {
        this.file = file;
        this.workbench = workbench;
        for (String entry : maps.isEmpty() ? new String[0] : maps.split(",")) {
            String[] parts = entry.split(":");
            for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
                methods.add(parts[0]);
            }
        }
    }

    /** The walk that this process was started for; empty in every window of a user. */
    static Optional<MeasuredWalk> of(Workbench workbench) {
        return Optional.ofNullable(System.getProperty(FILE))
                .map(name -> new MeasuredWalk(Path.of(name), System.getProperty(MAPS, ""), workbench));
    }

    /** Begins; on the JavaFX thread. */
    void begin(double startMilliseconds) {
        start = startMilliseconds;
        next(0);
    }

    private void next(int index) {
        Prediction answer = workbench.investigation().predictionProperty().get();
        if (index == methods.size()) {
            finish();
            return;
        }
        Prediction.ClassScore chosen =
                answer.ranking().get(index % answer.ranking().size());
        long asked = System.nanoTime();
        awaitMap(index, chosen, asked);
        workbench.method().choose(methods.get(index));
        workbench.prediction().choose(chosen);
    }

    private void awaitMap(int index, Prediction.ClassScore chosen, long asked) {
        Subscription[] waiting = {Subscription.EMPTY};
        // the coloured layer comes after its map
        waiting[0] = workbench.canvas().layerProperty().subscribe((before, layer) -> {
            ShownMap map = workbench.investigation().mapProperty().get();
            if (layer != null && answers(map, methods.get(index), chosen)) {
                waiting[0].unsubscribe();
                drawn(index, asked);
            }
        });
    }

    private static boolean answers(ShownMap map, String method, Prediction.ClassScore chosen) {
        return map != null
                && !map.unfinished()
                && map.method().name().equals(method)
                && map.target().equals(chosen.target());
    }

    private void drawn(int index, long asked) {
        Drawn.then(() -> {
            times.add((System.nanoTime() - asked) / 1e6);
            next(index + 1);
        });
    }

    private void finish() {
        String maps = times.stream()
                .map(time -> String.format(Locale.ROOT, "%.1f", time))
                .collect(Collectors.joining(","));
        String json = String.format(Locale.ROOT, "{\"start\":%.1f,\"maps\":[%s]}%n", start, maps);
        workbench
                .runner()
                .submit(new JobRequest<>(
                        "Store the figures", Lane.IO, progress -> store(json), stored -> {}, failure -> {}));
    }

    private Path store(String json) throws IOException {
        AtomicFile.write(file, json);
        return file;
    }
}
