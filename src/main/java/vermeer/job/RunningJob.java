package vermeer.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** A job on its way through a lane. */
final class RunningJob<T> implements Job, Runnable {
    /** At most this many reports of progress a second reach the listener. */
    static final long REPORTS_PER_SECOND = 20;

    private static final long PAUSE = 1_000_000_000 / REPORTS_PER_SECOND;

    private final JobRequest<T> request;
    private final JobRunner runner;
    private final JobListener listener;
    private final LongSupplier nanoTime;
    private final Cancellation cancellation = new Cancellation(this::advanced);
    private final AtomicReference<JobState> state = new AtomicReference<>(JobState.WAITING);
    private final AtomicBoolean reportOnItsWay = new AtomicBoolean();
    private volatile JobProgress progress = JobProgress.NONE;
    private volatile long began;
    private volatile long reported;

    RunningJob(JobRequest<T> request, JobRunner runner, JobListener listener, LongSupplier nanoTime) {
        this.request = request;
        this.runner = runner;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    @Override
    public String title() {
        return request.title();
    }

    @Override
    public JobState state() {
        return state.get();
    }

    @Override
    public JobProgress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        JobState before = state.getAndUpdate(now -> now.finished() ? now : JobState.CANCELLED);
        if (!before.finished()) {
            cancellation.cancel();
            tell();
        }
    }

    @Override
    public void run() {
        if (!state.compareAndSet(JobState.WAITING, JobState.RUNNING)) {
            return;
        }
        began = nanoTime.getAsLong();
        reported = began - PAUSE;
        tell();
        try {
            T result = request.work().run(cancellation);
            runner.deliver(() -> end(JobState.DONE, () -> request.onDone().accept(result)));
        } catch (CancelledException cancelled) {
            runner.deliver(this::cancel);
        } catch (Exception failure) {
            runner.deliver(() -> end(JobState.FAILED, () -> request.onFailed().accept(failure)));
        } catch (OutOfMemoryError | StackOverflowError | LinkageError failure) {
            Exception told = new JobFailedException(request.title(), failure);
            runner.deliver(() -> end(JobState.FAILED, () -> request.onFailed().accept(told)));
        }
    }

    private void end(JobState last, Runnable callback) {
        if (state.compareAndSet(JobState.RUNNING, last)) {
            listener.changed(this);
            callback.run();
        }
    }

    private void advanced(long done, long total) {
        long now = nanoTime.getAsLong();
        progress = new JobProgress(done, total, Duration.ofNanos(now - began));
        if (now - reported >= PAUSE && reportOnItsWay.compareAndSet(false, true)) {
            reported = now;
            runner.deliver(() -> {
                reportOnItsWay.set(false);
                if (state.get() == JobState.RUNNING) {
                    listener.changed(this);
                }
            });
        }
    }

    private void tell() {
        runner.deliver(() -> listener.changed(this));
    }
}
