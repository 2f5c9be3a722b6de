package vermeer.ui;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.stage.Stage;
import org.slf4j.LoggerFactory;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.investigation.Investigation;

/** Logs how long it took from the start of the virtual machine until the window stood there with the first prediction drawn. */
final class StartUp {

    /** What has been reached; in the order in which it usually is. */
    private enum Phase {
        NODES,
        PREDICTION,
        WINDOW,
        DRAWN
    }

    private final JobRunner runner;
    private final Consumer<Long> onWritten;
    private final Map<Phase, Long> reached = new EnumMap<>(Phase.class);

    /** @param onWritten receives, on the JavaFX thread, how many milliseconds the start took */
    StartUp(JobRunner runner, Consumer<Long> onWritten) {
        this.runner = runner;
        this.onWritten = onWritten;
    }

    /** Watches a window whose nodes are made; on the JavaFX thread. */
    void watch(Investigation investigation, Stage stage) {
        reach(Phase.NODES);
        stage.showingProperty().subscribe(showing -> {
            if (showing) {
                reach(Phase.WINDOW);
            }
        });
        investigation.predictionProperty().subscribe(prediction -> {
            if (prediction != null) {
                reach(Phase.PREDICTION);
            }
        });
    }

    private void reach(Phase phase) {
        boolean before = complete();
        reached.putIfAbsent(phase, System.currentTimeMillis());
        if (!before && complete()) {
            Drawn.then(this::drawn);
        }
    }

    private boolean complete() {
        return reached.containsKey(Phase.WINDOW) && reached.containsKey(Phase.PREDICTION);
    }

    private void drawn() {
        reach(Phase.DRAWN);
        runner.submit(new JobRequest<>("Log the start-up", Lane.IO, progress -> write(), onWritten, failure -> {}));
    }

    private long write() {
        // not the process's start instant, which Linux rounds by up to a second
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        long drawn = reached.get(Phase.DRAWN) - started;
        String phases = reached.entrySet().stream()
                .map(phase -> phase.getKey().name().toLowerCase(Locale.ROOT) + " " + (phase.getValue() - started))
                .collect(Collectors.joining(", "));
        long computed = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        LoggerFactory.getLogger(StartUp.class)
                .info(
                        "The first prediction was drawn {} ms after the start ({}); {} ms of computing.",
                        drawn,
                        phases,
                        computed);
        return drawn;
    }
}
