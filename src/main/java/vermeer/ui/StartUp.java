package vermeer.ui;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.investigation.Investigation;

/** Logs how long it took from the start of the virtual machine to the first prediction in the window. */
final class StartUp {
    private StartUp() {}

    static void log(Investigation investigation, JobRunner runner) {
        AtomicBoolean first = new AtomicBoolean(true);
        investigation.predictionProperty().subscribe(prediction -> {
            if (prediction != null && first.getAndSet(false)) {
                long shown = System.currentTimeMillis();
                runner.submit(new JobRequest<>(
                        "Log the start-up", Lane.IO, progress -> write(shown), written -> {}, failure -> {}));
            }
        });
    }

    private static long write(long shown) {
        // not the process's start instant, which Linux rounds by up to a second
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        long computed = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        LoggerFactory.getLogger(StartUp.class)
                .info(
                        "The first prediction came {} ms after the start; {} ms of computing until now.",
                        shown - started,
                        computed);
        return shown - started;
    }
}
