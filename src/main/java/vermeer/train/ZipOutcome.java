package vermeer.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;

/** What came of writing a tuned network as a DL4J zip; only sources that DL4J reads have one. */
public sealed interface ZipOutcome {

    /**
     * The zip was written, opened again and agrees with the ONNX file.
     *
     * @param file the zip
     * @param pictures how many photos were compared; on each both name the same class
     * @param largestDifference of a probability
     * @param layers how many layers of the source were given trained weights, besides the head
     * @param frozen how many layers are marked as frozen for further training in DL4J
     */
    record Written(Path file, int pictures, double largestDifference, int layers, int frozen) implements ZipOutcome {}

    /**
     * There is no zip.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements ZipOutcome {}

    /** What came of it, for people. */
    default String sentence() {
        if (this instanceof Written written) {
            return String.format(
                    Locale.ROOT,
                    "The DL4J zip is %s (agrees with the ONNX file to %.1e on %d photos).",
                    written.file(),
                    written.largestDifference(),
                    written.pictures());
        }
        return ((Refused) this).reason();
    }

    /** For the training record and the summary. */
    default ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        if (this instanceof Written written) {
            return json.put("file", written.file().getFileName().toString())
                    .put("pictures", written.pictures())
                    .put("largestDifference", written.largestDifference())
                    .put("layers", written.layers())
                    .put("frozen", written.frozen());
        }
        return json.put("refused", ((Refused) this).reason());
    }
}
