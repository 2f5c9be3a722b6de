package vermeer.advice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.data.Split;

/** The errors of the splits as files keep them: an evaluation's, or a training run's summary. */
public final class ErrorsFile {
    private static final List<String> NAMES = List.of("evaluation.json", "summary.json");

    private ErrorsFile() {}

    /**
     * Reads the errors from a folder that {@code vermeer evaluate --out} or {@code vermeer finetune --out} wrote; of both, from
     * the evaluation.
     *
     * @throws IOException where there is none or it cannot be read; the message is a sentence for the user
     */
    public static SplitErrors read(Path folder) throws IOException {
        Optional<Path> file =
                NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        if (file.isEmpty()) {
            throw new IOException(
                    "'" + folder + "' holds neither evaluation.json nor summary.json; choose the folder that"
                            + " 'vermeer evaluate --out' or 'vermeer finetune --out' wrote.");
        }
        Map<Split, ErrorCount> counts = new EnumMap<>(Split.class);
        try {
            JsonNode root = new ObjectMapper().readTree(file.get().toFile());
            for (JsonNode part : root.path("parts")) {
                Split.ofFolder(part.path("split").asText()).ifPresent(split -> counts.put(split, count(part)));
            }
            root.path("splits").properties().forEach(entry -> Split.ofFolder(entry.getKey())
                    .ifPresent(split -> counts.put(split, count(entry.getValue()))));
        } catch (IOException | IllegalArgumentException damaged) {
            throw new IOException("'" + file.get() + "' is damaged; write it again.", damaged);
        }
        if (counts.isEmpty()) {
            throw new IOException(
                    "'" + file.get() + "' has no errors of train or dev; evaluate the model on pictures that lie"
                            + " in folders called train and dev.");
        }
        return new SplitErrors(counts);
    }

    private static ErrorCount count(JsonNode node) {
        return new ErrorCount(
                node.path("errors").asInt(-1), node.path("pictures").asInt());
    }
}
