package vermeer.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.worker.Wire.Reply;
import vermeer.worker.Wire.Request;

/**
 * Runs tasks of one purpose in worker processes. A process that dies, hangs or is cancelled takes only its task with it; the
 * next task gets a new one.
 *
 * @apiNote Safe for use by several threads; calls wait for each other.
 */
public final class Worker implements AutoCloseable {
    /** How long a cancelled task may take to stop before its process is killed. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final long LOOK_MILLISECONDS = 50;

    private final Purpose purpose;
    private final Wire wire = new Wire();
    private final AtomicLong ids = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Object idleLock = new Object();
    private WorkerProcess idle;
    private boolean closed;

    public Worker(Purpose purpose) {
        this.purpose = purpose;
    }

    /** Starts a process now, so that the next task does not wait for it. */
    public void warm() throws WorkerException {
        WorkerProcess started = take();
        giveBack(started);
    }

    /**
     * Runs a task and waits for its result.
     *
     * @param arguments anything that Jackson can write; large data travels as files
     * @param result what Jackson reads the answer as
     * @param deadline the process is killed when the task takes longer
     * @param progress cancelling it ends the call within {@value #LOOK_MILLISECONDS} ms; the task is asked to stop, and
     *     its process killed after 5 s
     * @throws WorkerException where the task fails, with its sentence, or where the process dies or takes too long
     */
    public <T> T call(String task, Object arguments, Class<T> result, Duration deadline, Progress progress)
            throws WorkerException, CancelledException {
        lock(progress);
        try {
            return locked(new Request(ids.incrementAndGet(), task, wire.tree(arguments)), result, deadline, progress);
        } finally {
            turn.unlock();
        }
    }

    /** Waits until no other task runs, which the user can cancel, too. */
    private void lock(Progress progress) throws CancelledException {
        while (true) {
            progress.checkCancelled();
            try {
                if (turn.tryLock(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    private <T> T locked(Request request, Class<T> result, Duration deadline, Progress progress)
            throws WorkerException, CancelledException {
        WorkerProcess process = take();
        Reply reply = reply(process, request, deadline, progress);
        finish(process);
        return value(reply, result);
    }

    private Reply reply(WorkerProcess process, Request request, Duration deadline, Progress progress)
            throws WorkerException, CancelledException {
        try {
            process.send(request);
            return await(process, request.id(), deadline, progress);
        } catch (WorkerException e) {
            process.close();
            throw e;
        }
    }

    private Reply await(WorkerProcess process, long id, Duration deadline, Progress progress)
            throws WorkerException, CancelledException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            boolean alive = process.alive();
            Optional<Reply> reply = poll(process);
            if (reply.filter(Reply::last).filter(last -> last.id() == id).isPresent()) {
                return reply.get();
            }
            reply.filter(part -> part.id() == id && part.kind() == Wire.Kind.PROGRESS)
                    .ifPresent(part -> progress.report(part.done(), part.total()));
            if (progress.cancelled()) {
                retire(process, id);
                throw new CancelledException();
            }
            if (!alive && reply.isEmpty()) {
                throw new WorkerException(process.death());
            }
            if (System.nanoTime() > end) {
                process.kill();
                throw new WorkerException("The worker that " + purpose.activity() + " was stopped because the file took"
                        + " longer than " + deadline.toSeconds() + " s.");
            }
        }
    }

    private static Optional<Reply> poll(WorkerProcess process) {
        try {
            return process.poll(LOOK_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Asks the task to stop and waits for that on a thread of its own, so that the caller is free at once. */
    private void retire(WorkerProcess process, long id) throws WorkerException {
        process.send(new Request(id, Request.CANCEL, null));
        Thread thread = new Thread(() -> awaitEnd(process, id), "worker-cancel-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    private void awaitEnd(WorkerProcess process, long id) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (System.nanoTime() < end && process.alive()) {
            if (poll(process).filter(reply -> reply.id() == id && reply.last()).isPresent()) {
                finish(process);
                return;
            }
        }
        process.close();
    }

    private <T> T value(Reply reply, Class<T> result) throws WorkerException, CancelledException {
        switch (reply.kind()) {
            case CANCELLED:
                throw new CancelledException();
            case FAILED:
                throw new WorkerException(reply.message());
            default:
                try {
                    return wire.value(reply.result(), result);
                } catch (JsonProcessingException e) {
                    throw new WorkerException("The worker that " + purpose.activity() + " gave an unknown answer.", e);
                }
        }
    }

    private WorkerProcess take() throws WorkerException {
        synchronized (idleLock) {
            if (closed) {
                throw new WorkerException("Vermeer is closing.");
            }
            WorkerProcess taken = idle;
            idle = null;
            if (taken != null && taken.alive()) {
                return taken;
            }
            if (taken != null) {
                taken.close();
            }
        }
        return WorkerProcess.start(purpose);
    }

    private void finish(WorkerProcess process) {
        if (purpose.kept()) {
            giveBack(process);
        } else {
            process.close();
        }
    }

    private void giveBack(WorkerProcess process) {
        synchronized (idleLock) {
            if (!closed && idle == null && process.alive()) {
                idle = process;
                return;
            }
        }
        process.close();
    }

    /** The number in the system of the process that waits for a task, if one does. */
    Optional<Long> idleProcess() {
        synchronized (idleLock) {
            return Optional.ofNullable(idle).map(WorkerProcess::pid);
        }
    }

    /** Ends the process that waits for a task; those that run one end with it. */
    @Override
    public void close() {
        synchronized (idleLock) {
            closed = true;
            if (idle != null) {
                idle.close();
                idle = null;
            }
        }
    }
}
