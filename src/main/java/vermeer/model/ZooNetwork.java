package vermeer.model;

import java.net.URI;
import java.util.Optional;

/**
 * A network of a zoo.
 *
 * @param zoo where it is listed
 * @param name its name there, such as {@code ResNet50}
 * @param description what it is, one sentence
 * @param input its input in words, such as {@code 224 x 224 RGB}
 * @param file the trained network, where the zoo has one to fetch
 * @param refusal why it cannot be opened, in one sentence; empty where it can
 */
public record ZooNetwork(
        Kind zoo, String name, String description, String input, Optional<ZooFile> file, Optional<String> refusal) {

    /** The zoos. */
    public enum Kind {
        /** Deeplearning4j's: built here with random weights, or fetched trained. */
        DL4J("Deeplearning4j zoo"),
        /** The ONNX Model Zoo: trained networks to fetch. */
        ONNX("ONNX Model Zoo");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** The zoo's name for people. */
        public String title() {
            return title;
        }
    }

    /**
     * A file to fetch.
     *
     * @param bytes its size; 0 where the zoo does not tell
     */
    public record ZooFile(URI address, long bytes, Checksum checksum) {

        /** The file's name. */
        public String name() {
            String path = address.getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Whether it can be opened without a file, with random weights. */
    public boolean buildable() {
        return zoo == Kind.DL4J && refusal.isEmpty();
    }
}
