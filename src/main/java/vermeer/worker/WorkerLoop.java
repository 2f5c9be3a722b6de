package vermeer.worker;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.worker.Wire.Kind;
import vermeer.worker.Wire.Reply;
import vermeer.worker.Wire.Request;

/** A worker's main loop: reads requests until standard input closes, and then ends the process, whatever it is doing. */
public final class WorkerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final long PROGRESS_NANOS = 50_000_000;

    private final Map<String, WorkerTask> tasks;
    private final Map<Long, Cancellation> running = new ConcurrentHashMap<>();
    private final Wire wire = new Wire();
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private WorkerLoop(Map<String, WorkerTask> tasks) {
        this.tasks = tasks;
    }

    /**
     * Serves the tasks until the process that started this one closes the connection or ends. Does not return.
     *
     * @param tasks by name
     */
    public static void serve(Map<String, WorkerTask> tasks) {
        // What libraries print is log; standard output is for messages.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        new WorkerLoop(tasks).read();
        Runtime.getRuntime().halt(0);
    }

    private void read() {
        send(new Reply(0, Kind.READY, 0, 0, null, null));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                wire.request(line).ifPresent(this::handle);
            }
        } catch (IOException e) {
            LOG.warn("the connection broke", e);
        }
    }

    private void handle(Request request) {
        if (request.task().equals(Request.CANCEL)) {
            Cancellation cancellation = running.get(request.id());
            if (cancellation != null) {
                cancellation.cancel();
            }
            return;
        }
        Cancellation cancellation = new Cancellation(throttled(request.id()));
        running.put(request.id(), cancellation);
        new Thread(() -> run(request, cancellation), request.task()).start();
    }

    private java.util.function.BiConsumer<Long, Long> throttled(long id) {
        long[] last = {System.nanoTime() - PROGRESS_NANOS};
        return (done, total) -> {
            long now = System.nanoTime();
            if (now - last[0] >= PROGRESS_NANOS || done.equals(total)) {
                last[0] = now;
                send(new Reply(id, Kind.PROGRESS, done, total, null, null));
            }
        };
    }

    private void run(Request request, Cancellation cancellation) {
        Reply answer = answer(request, cancellation);
        running.remove(request.id());
        send(answer);
    }

    private Reply answer(Request request, Cancellation cancellation) {
        long id = request.id();
        WorkerTask task = tasks.get(request.task());
        if (task == null) {
            return new Reply(id, Kind.FAILED, 0, 0, null, "The worker knows no task '" + request.task() + "'.");
        }
        try {
            Object result = task.run(request.arguments(), cancellation);
            return new Reply(id, Kind.DONE, 0, 0, wire.tree(result), null);
        } catch (CancelledException e) {
            return new Reply(id, Kind.CANCELLED, 0, 0, null, null);
        } catch (WorkerException e) {
            LOG.info("the task failed", e);
            return new Reply(id, Kind.FAILED, 0, 0, null, e.getMessage());
        } catch (OutOfMemoryError e) {
            return new Reply(id, Kind.FAILED, 0, 0, null, "There is not enough memory for this file.");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("the task broke", e);
            return new Reply(
                    id, Kind.FAILED, 0, 0, null, "The file cannot be read; it is damaged or of an unknown kind.");
        }
    }

    /** One write a message, on a line of its own even where a native library has left half a line before it. */
    private void send(Reply reply) {
        byte[] bytes = ("\n" + Wire.MARK + wire.line(reply) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (out) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
