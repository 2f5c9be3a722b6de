package vermeer.ui.tuning.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.train.RunFolder;
import vermeer.train.ZipOutcome;

/**
 * What a run came to.
 *
 * @param ended why it ended, such as {@code done}, {@code early} or {@code stopped}
 * @param sentence how it ended, for people
 * @param parts the splits that were judged
 * @param pictures how many photos the joined network was compared on
 * @param largestDifference of a probability, between the joined network and its trained parts
 * @param zip what came of a DL4J zip; empty where the source is none that DL4J reads
 */
record RunFigures(
        String ended,
        String sentence,
        List<Part> parts,
        int pictures,
        double largestDifference,
        Optional<ZipOutcome> zip) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How many of a split's pictures are answered wrongly. */
    record Part(String split, int pictures, int errors) {

        double accuracy() {
            return 1 - (double) errors / pictures;
        }
    }

    RunFigures {
        parts = List.copyOf(parts);
    }

    /** The figures of a run's summary. */
    static RunFigures of(RunFolder folder, JsonNode summary) {
        List<Part> parts = new ArrayList<>();
        for (Split split : Split.values()) {
            JsonNode part = summary.path("splits").path(split.text());
            if (part.path("pictures").asInt() > 0) {
                parts.add(new Part(
                        split.text(),
                        part.path("pictures").asInt(),
                        part.path("errors").asInt()));
            }
        }
        JsonNode parity = summary.path("parity");
        return new RunFigures(
                summary.path("ended").asText(),
                summary.path("sentence").asText(),
                parts,
                parity.path("pictures").asInt(),
                parity.path("largestDifference").asDouble(),
                summary.has("zip") ? Optional.of(zip(folder, summary.path("zip"))) : Optional.empty());
    }

    private static ZipOutcome zip(RunFolder folder, JsonNode zip) {
        return zip.has("refused")
                ? new ZipOutcome.Refused(zip.path("refused").asText())
                : new ZipOutcome.Written(
                        folder.zip(),
                        zip.path("pictures").asInt(),
                        zip.path("largestDifference").asDouble(),
                        zip.path("layers").asInt(),
                        zip.path("frozen").asInt());
    }

    /** How it ended and where the network is, for people. */
    String told(RunFolder folder) {
        return sentence + " The network is " + folder.model() + "."
                + zip.map(outcome -> " " + outcome.sentence()).orElse("");
    }

    /** The figures in a run's folder. */
    static RunFigures read(RunFolder folder) throws IOException {
        return of(folder, JSON.readTree(Files.readAllBytes(folder.summary())));
    }

    /** The part that says how good the network is: dev, else what there is. */
    Optional<Part> judged() {
        return parts.stream()
                .filter(part -> part.split().equals(Split.DEV.text()))
                .findFirst()
                .or(() -> parts.stream().findFirst());
    }
}
