package vermeer.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import vermeer.file.AtomicFile;

/** A run's events: a file of JSON lines that one process writes and others may read while it grows. */
public final class EventLog {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;
    private long read;
    private String rest = "";

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
        try {
            byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            if (all.length < read) {
                read = 0;
                rest = "";
            }
            String text = rest + new String(all, (int) read, all.length - (int) read, StandardCharsets.UTF_8);
            read = all.length;
            int end = text.lastIndexOf('\n');
            rest = text.substring(end + 1);
            for (String line : text.substring(0, end + 1).split("\n")) {
                parse(line, events);
            }
        } catch (IOException goneMeanwhile) {
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
