package vermeer.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.investigation.Investigation;

/** Logs how long it took from the start of the process to the first prediction in the window. */
final class StartUp {
    private StartUp() {}

    static void log(Investigation investigation, JobRunner runner) {
        AtomicBoolean first = new AtomicBoolean(true);
        investigation.predictionProperty().subscribe(prediction -> {
            if (prediction != null && first.getAndSet(false)) {
                Instant shown = Instant.now();
                runner.submit(new JobRequest<>(
                        "Log the start-up", Lane.IO, progress -> write(shown), written -> {}, failure -> {}));
            }
        });
    }

    private static boolean write(Instant shown) {
        ProcessHandle.current().info().startInstant().ifPresent(started -> LoggerFactory.getLogger(StartUp.class)
                .info(
                        "The first prediction came {} ms after the start of the process, which has computed for {} ms.",
                        Duration.between(started, shown).toMillis(),
                        ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .map(Duration::toMillis)
                                .orElse(0L)));
        return true;
    }
}
