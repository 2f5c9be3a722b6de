package vermeer.ui;

import javafx.application.Platform;
import vermeer.job.Job;
import vermeer.job.JobListener;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.LaneJobRunner;

/** Runs jobs away from the JavaFX thread and delivers their results to it. The only class that knows how to get there. */
final class FxJobRunner implements JobRunner, AutoCloseable {
    private final PendingDelivery delivery = new PendingDelivery();
    private final LaneJobRunner lanes;

    FxJobRunner(JobListener listener) {
        this.lanes = new LaneJobRunner(delivery, listener);
    }

    /** Shows the window; results that came before it are delivered after it. */
    void open(Runnable show) {
        Platform.runLater(() -> {
            show.run();
            delivery.open(Platform::runLater);
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
