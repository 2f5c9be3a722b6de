package vermeer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;

/** A run's folder and the names of its files. */
public record RunFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT);
    private static final Duration ENDING = Duration.ofSeconds(6);
    private static final long LOOK_MILLISECONDS = 50;

    /** @throws IllegalArgumentException never; the folder need not exist yet */
    public RunFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** What the run depends on. */
    public Path plan() {
        return path.resolve("run.json");
    }

    /** The part of the network that is trained, as it was before. */
    public Path tail() {
        return path.resolve("tail.onnx");
    }

    /** The newest complete state. */
    public Path checkpoint() {
        return path.resolve("checkpoint.bin");
    }

    /** One JSON line for everything that happened. */
    public Path events() {
        return path.resolve("events.jsonl");
    }

    /** The tuned model. */
    public Path model() {
        return path.resolve("model.onnx");
    }

    /** The tuned model as a DL4J zip, where its source is one that DL4J reads. */
    public Path zip() {
        return path.resolve("model.zip");
    }

    /** The profile beside the zip, which cannot carry it inside. */
    public Path profile() {
        return path.resolve("model.profile.json");
    }

    /** The training record beside the zip. */
    public Path record() {
        return path.resolve("model.training.json");
    }

    /** What the run came to. */
    public Path summary() {
        return path.resolve("summary.json");
    }

    /** Whether a run was begun here. */
    public boolean begun() {
        return Files.isRegularFile(plan());
    }

    /** Writes the plan. */
    public void write(RunPlan plan) throws TrainingException {
        try {
            AtomicFile.write(plan(), JSON.writeValueAsString(plan));
        } catch (FileException | JsonProcessingException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    /** @throws TrainingException where there is none, or it is damaged or of a later version */
    public RunPlan readPlan() throws TrainingException {
        if (!begun()) {
            throw new TrainingException("The folder '" + path + "' holds no training run; it has no run.json.");
        }
        try {
            RunPlan plan = JSON.readValue(Files.readString(plan()), RunPlan.class);
            if (plan.version() > RunPlan.VERSION) {
                throw new TrainingException("The run in '" + path + "' was made by a later version of Vermeer.");
            }
            return plan;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new TrainingException("The file '" + plan() + "' is damaged; begin the run anew.", damaged);
        }
    }

    /** The settings of a plan. */
    public static TrainingSettings settings(RunPlan plan) throws TrainingException {
        try {
            return Settings.apply(new TrainingSettings(), plan.settings());
        } catch (SettingException unknown) {
            throw new TrainingException("The run's settings cannot be read: " + unknown.getMessage(), unknown);
        }
    }

    /** Holds the folder for one run; closing it lets others in. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes the folder for this process; a process that is just ending is waited for.
     *
     * @throws TrainingException where another run works in it
     */
    public Hold hold() throws TrainingException {
        return hold(ENDING);
    }

    /** As {@link #hold()}, waiting no longer than so long. */
    Hold hold(Duration patience) throws TrainingException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            Optional<Hold> hold = tryHold();
            if (hold.isPresent()) {
                return hold.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                break;
            }
        } while (System.nanoTime() < end);
        throw new TrainingException(
                "Another run is working in '" + path + "'; wait for it, stop it, or choose another folder.");
    }

    private Optional<Hold> tryHold() throws TrainingException {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(() -> {
                try {
                    channel.close();
                } catch (IOException goneAnyway) {
                    return;
                }
            });
        } catch (IOException refused) {
            throw new TrainingException(
                    "The folder '" + path + "' cannot be written to; choose another folder.", refused);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
