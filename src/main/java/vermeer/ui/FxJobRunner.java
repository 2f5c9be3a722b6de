package vermeer.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import vermeer.job.Job;
import vermeer.job.JobListener;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LaneJobRunner;

/** Runs jobs away from the JavaFX thread and delivers their results to it. The only class that knows how to get there. */
final class FxJobRunner implements JobRunner, AutoCloseable {
    private final PendingDelivery delivery = new PendingDelivery();
    private final LaneJobRunner lanes;
    private CompletableFuture<Void> toolkit = CompletableFuture.completedFuture(null);

    FxJobRunner(JobListener listener) {
        this.lanes = new LaneJobRunner(delivery, listener);
    }

    /** Starts JavaFX beside the calling thread; where somebody else has started it, this is left out. */
    void startToolkit() {
        CompletableFuture<Void> starting = new CompletableFuture<>();
        toolkit = starting;
        submit(new JobRequest<>(
                "Start the window",
                Lane.IO,
                progress -> {
                    try {
                        Platform.startup(() -> starting.complete(null));
                    } catch (RuntimeException | LinkageError impossible) {
                        starting.completeExceptionally(impossible);
                    }
                    return starting;
                },
                started -> {},
                failure -> {}));
    }

    /**
     * Opens the window as soon as the toolkit has started. What has come before that is delivered between the two steps, so
     * that picture and model meet, and the network is asked, while the window is still being dressed.
     *
     * @param window makes the nodes, and gives what then shows them
     */
    void open(Supplier<Runnable> window) {
        toolkit.join();
        Platform.runLater(() -> {
            Runnable show = window.get();
            delivery.open(Platform::runLater);
            Platform.runLater(show);
        });
    }

    @Override
    public <T> Job submit(JobRequest<T> request) {
        return lanes.submit(request);
    }

    @Override
    public void deliver(Runnable action) {
        lanes.deliver(action);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
