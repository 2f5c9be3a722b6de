package vermeer.worker;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vermeer.worker.Wire.Reply;
import vermeer.worker.Wire.Request;

/** One worker process: its streams, its folder and its end. */
final class WorkerProcess implements AutoCloseable {
    private static final int LONGEST_LOG_LINE = 1000;
    /** What OpenCV decodes at most in one picture: 8K, whatever a file's header says. */
    private static final int MOST_DECODED_PIXELS = 1 << 25;

    private final Purpose purpose;
    private final Process process;
    private final Path folder;
    private final Writer requests;
    private final Wire wire = new Wire();
    private final Logger log;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    private WorkerProcess(Purpose purpose, Process process, Path folder) {
        this.purpose = purpose;
        this.process = process;
        this.folder = folder;
        this.log = LoggerFactory.getLogger("vermeer.worker." + purpose.name());
        this.requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        follow(process.getInputStream(), true);
        follow(process.getErrorStream(), false);
    }

    /** @throws WorkerException where the process cannot be started */
    static WorkerProcess start(Purpose purpose) throws WorkerException {
        try {
            Path folder = Files.createTempDirectory("vermeer-worker-");
            ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(purpose, folder));
            builder.environment()
                    .put(
                            "OMP_NUM_THREADS",
                            Integer.toString(Runtime.getRuntime().availableProcessors()));
            builder.environment().put("OPENCV_IO_MAX_IMAGE_PIXELS", Integer.toString(MOST_DECODED_PIXELS));
            return new WorkerProcess(purpose, builder.directory(folder.toFile()).start(), folder);
        } catch (IOException e) {
            throw new WorkerException(
                    "The worker that " + purpose.activity() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    private void follow(InputStream stream, boolean messages) {
        Thread thread = new Thread(() -> read(stream, messages), "worker-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream stream, boolean messages) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Reply> reply = messages ? wire.reply(line) : Optional.empty();
                if (reply.isPresent()) {
                    replies.add(reply.get());
                } else if (!line.isBlank()) {
                    log.debug("{}", line.substring(0, Math.min(line.length(), LONGEST_LOG_LINE)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            log.debug("the worker's output ended", e);
        }
    }

    /** A folder of this process, deleted with it. */
    Path folder() {
        return folder;
    }

    /** The process's number in the system. */
    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    void send(Request request) throws WorkerException {
        try {
            requests.write(wire.line(request) + "\n");
            requests.flush();
        } catch (IOException e) {
            throw new WorkerException(death(), e);
        }
    }

    /** The next answer, or empty where none comes in time. */
    Optional<Reply> poll(long milliseconds) throws InterruptedException {
        return Optional.ofNullable(replies.poll(milliseconds, TimeUnit.MILLISECONDS));
    }

    /** Why the process has ended, in one sentence. */
    String death() {
        return "The worker that " + purpose.activity() + " stopped: " + cause() + "; the next task gets a new one.";
    }

    private String cause() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (process.isAlive()) {
            return "it does not answer";
        }
        return switch (process.exitValue()) {
            case 3 -> "it ran out of its " + purpose.heapMegabytes() + " MB of memory";
            case 134, 139, 135, 136 -> "a native library crashed on this file";
            case 137, 143 -> "the system or a user ended it";
            default -> "it ended unexpectedly (" + process.exitValue() + ")";
        };
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Ends the process, by force where it does not end by itself at once, and deletes its folder. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            log.debug("the worker had ended before", e);
        }
        process.destroyForcibly().onExit().thenRun(this::deleteFolder).exceptionally(failure -> {
            log.debug("the worker's folder stays", failure);
            return null;
        });
    }

    private void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            log.debug("the worker's folder stays", e);
        }
    }
}
