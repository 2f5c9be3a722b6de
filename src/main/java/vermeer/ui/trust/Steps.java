package vermeer.ui.trust;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;

/**
 * Runs steps one after another, each as a job of its own, so that what the user asks meanwhile gets its turn between them.
 * Cancelling one of them, here or in the job bar, ends them all. To be used from the thread of {@link JobRunner#deliver}.
 */
final class Steps {
    private final JobRunner runner;
    private final LatestJob job;
    private final Deque<Step<?>> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Runnable onStopped = () -> {};
    private int run;

    Steps(JobRunner runner) {
        this.runner = runner;
        this.job = new LatestJob(runner);
    }

    /**
     * Starts steps in place of those before.
     *
     * @param stopped called when they are done or were cancelled
     */
    void start(List<Step<?>> steps, Runnable stopped) {
        cancel();
        waiting.addAll(steps);
        onStopped = stopped;
        busy.set(true);
        next(run);
    }

    /** Ends all steps; what the running one finds is dropped. */
    void cancel() {
        waiting.clear();
        job.cancel();
        if (busy.get()) {
            stop();
        }
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private void next(int of) {
        if (of != run) {
            return;
        }
        Step<?> step = waiting.poll();
        if (step == null) {
            stop();
        } else {
            step.onBegin().run();
            begin(step, of);
        }
    }

    private <T> void begin(Step<T> step, int of) {
        job.submit(new JobRequest<T>(
                step.title(),
                Lane.COMPUTE,
                progress -> {
                    try (Progress.Registration cancelled = progress.onCancel(() -> runner.deliver(() -> end(of)))) {
                        return step.work().run(new Told(progress, runner, step.onShare(), new AtomicInteger()));
                    }
                },
                result -> {
                    step.onDone().accept(result);
                    next(of);
                },
                failure -> {
                    step.onFailed().accept(failure);
                    next(of);
                }));
    }

    private void end(int of) {
        if (of == run && busy.get()) {
            waiting.clear();
            stop();
        }
    }

    private void stop() {
        run++;
        busy.set(false);
        onStopped.run();
    }

    /** Tells the view the share of a step, a percent at a time. */
    private record Told(Progress job, JobRunner runner, DoubleConsumer onShare, AtomicInteger percent)
            implements Progress {
        @Override
        public void report(long done, long total) {
            job.report(done, total);
            int now = total <= 0 ? 0 : (int) (100 * done / total);
            if (percent.getAndSet(now) != now) {
                runner.deliver(() -> onShare.accept(now / 100.0));
            }
        }

        @Override
        public boolean cancelled() {
            return job.cancelled();
        }

        @Override
        public Registration onCancel(Runnable action) {
            return job.onCancel(action);
        }
    }
}
