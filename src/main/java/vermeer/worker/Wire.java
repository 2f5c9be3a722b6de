package vermeer.worker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The lines between the window's process and a worker. */
final class Wire {
    /** What a worker's messages start with; native libraries write to the same stream. */
    static final String MARK = "@vermeer ";

    private static final int LONGEST = 16 << 20;

    /** Made with the first message: the window's process sends none at its start, and binding takes long to load. */
    private static final class Json {
        static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(50)
                                .maxStringLength(LONGEST)
                                .build())
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A task for a worker, or the wish to stop it. */
    record Request(long id, String task, JsonNode arguments) {
        static final String CANCEL = "cancel";
    }

    /** What kind of answer a reply is. */
    enum Kind {
        READY,
        PROGRESS,
        DONE,
        FAILED,
        CANCELLED
    }

    /** An answer: {@code done} and {@code total} are for progress, {@code result} for done, {@code message} for failed. */
    record Reply(long id, Kind kind, long done, long total, JsonNode result, String message) {

        boolean last() {
            return kind == Kind.DONE || kind == Kind.FAILED || kind == Kind.CANCELLED;
        }
    }

    JsonNode tree(Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    <T> T value(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return Json.MAPPER.treeToValue(tree, type);
    }

    String line(Object message) {
        try {
            return Json.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message that is no JSON", e);
        }
    }

    /** The request in a line; empty where it is none. */
    Optional<Request> request(String line) {
        return read(line, Request.class);
    }

    /** The reply in a line; empty for everything else that a worker prints. */
    Optional<Reply> reply(String line) {
        return line.startsWith(MARK) ? read(line.substring(MARK.length()), Reply.class) : Optional.empty();
    }

    private <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.of(Json.MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
