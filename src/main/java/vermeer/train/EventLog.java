package vermeer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vermeer.file.AtomicFile;

/** A run's events: a file of JSON lines that one process writes and others may read while it grows. */
public final class EventLog {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private long read;
    private byte[] rest = new byte[0];

    public EventLog(Path file) {
        this.file = file;
    }

    /** A line that says what an epoch came to. */
    public static ObjectNode epoch(EpochReport report) {
        ObjectNode line = JSON.createObjectNode().put("event", "epoch");
        line.setAll((ObjectNode) JSON.valueToTree(report));
        return line;
    }

    /** A line that tells something in a sentence. */
    public static ObjectNode notice(String kind, String sentence) {
        return JSON.createObjectNode().put("event", kind).put("sentence", sentence);
    }

    /** The epoch of a line; to be asked only where its {@code event} is {@code epoch}. */
    public static EpochReport epoch(JsonNode line) throws TrainingException {
        try {
            return JSON.treeToValue(line, EpochReport.class);
        } catch (JsonProcessingException damaged) {
            throw new TrainingException("The run's events are damaged.", damaged);
        }
    }

    /** Adds a line. */
    public void append(ObjectNode line) throws TrainingException {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new TrainingException(
                    "The run's events cannot be written to '" + file + "': the disk is full or the folder is gone.",
                    failed);
        }
    }

    /** Leaves only the first lines: those of the state that a run is resumed from. */
    public void truncate(int lines) throws TrainingException {
        try {
            List<String> all = Files.exists(file) ? Files.readAllLines(file) : List.of();
            StringBuilder kept = new StringBuilder();
            all.stream().limit(lines).forEach(line -> kept.append(line).append('\n'));
            AtomicFile.write(file, kept.toString());
        } catch (IOException failed) {
            throw new TrainingException("The run's events cannot be written to '" + file + "'.", failed);
        }
    }

    /** The complete lines since the last call, or since the beginning; a line that is no JSON is passed over. */
    public List<JsonNode> poll() {
        List<JsonNode> events = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < read) {
                read = 0;
                rest = new byte[0];
            }
            int more = Math.toIntExact(channel.size() - read);
            ByteBuffer bytes = ByteBuffer.allocate(rest.length + more).put(rest);
            channel.position(read);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                read = channel.position();
            }
            int end = bytes.position();
            while (end > 0 && bytes.get(end - 1) != '\n') {
                end--;
            }
            rest = Arrays.copyOfRange(bytes.array(), end, bytes.position());
            new String(bytes.array(), 0, end, StandardCharsets.UTF_8).lines().forEach(line -> parse(line, events));
        } catch (IOException notThereYetOrGoneMeanwhile) {
            return events;
        }
        return events;
    }

    private static void parse(String line, List<JsonNode> events) {
        try {
            if (!line.isBlank()) {
                events.add(JSON.readTree(line));
            }
        } catch (JsonProcessingException damaged) {
            return;
        }
    }
}
