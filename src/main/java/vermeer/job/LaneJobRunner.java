package vermeer.job;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Runs jobs on daemon threads: one for {@link Lane#COMPUTE}, a few for {@link Lane#IO}. */
public final class LaneJobRunner implements JobRunner, AutoCloseable {
    private static final int IO_THREADS = 3;

    private final Executor delivery;
    private final JobListener listener;
    private final LongSupplier nanoTime;
    private final ExecutorService compute = Executors.newSingleThreadExecutor(daemons("compute"));
    private final ExecutorService io = Executors.newFixedThreadPool(IO_THREADS, daemons("io"));

    /**
     * Creates a runner.
     *
     * @param delivery runs actions one after the other on the thread that owns the view
     * @param listener told of every job's changes, there
     */
    public LaneJobRunner(Executor delivery, JobListener listener) {
        this(delivery, listener, System::nanoTime);
    }

    LaneJobRunner(Executor delivery, JobListener listener, LongSupplier nanoTime) {
        this.delivery = delivery;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    @Override
    public <T> Job submit(JobRequest<T> request) {
        RunningJob<T> job = new RunningJob<>(request, this, listener, nanoTime);
        try {
            (request.lane() == Lane.COMPUTE ? compute : io).execute(job);
        } catch (RejectedExecutionException closed) {
            job.cancel();
        }
        return job;
    }

    @Override
    public void deliver(Runnable action) {
        delivery.execute(action);
    }

    /** Takes no more jobs; those that run are left to daemon threads. */
    @Override
    public void close() {
        compute.shutdownNow();
        io.shutdownNow();
    }

    private static ThreadFactory daemons(String lane) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "vermeer-" + lane + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
