package vermeer.worker;

import java.util.List;
import java.util.Optional;

/**
 * What a convert worker is asked to write a fine-tuned network back as a DL4J zip.
 *
 * @param source the DL4J zip or Keras HDF5 file that was tuned
 * @param tuned the tuned network as an ONNX file, whose constants are the trained weights
 * @param trained the names of the constants that were trained besides the head's
 * @param headWeights the constant of the new head's weights, {@code [inputs, classes]}
 * @param headBias the constant of the new head's bias, {@code [classes]}
 * @param cut the value from which on was trained
 * @param features the value that the old classifier read
 * @param averaged whether the new head reads the features' means over rows and columns
 * @param classes one name a class
 * @param height of the input pictures where the network leaves it open; 0 where there is no wish
 * @param width as {@code height}
 * @param folder an empty folder for everything that the worker writes; the zip is {@code model.zip} in it
 */
public record TunedZipTask(
        String source,
        String tuned,
        List<String> trained,
        String headWeights,
        String headBias,
        String cut,
        String features,
        boolean averaged,
        List<String> classes,
        int height,
        int width,
        String folder) {
    /** The name of the task. */
    public static final String WRITE = "tuned-zip";

    /** The name of the zip in the folder. */
    public static final String FILE = "model.zip";

    public TunedZipTask {
        trained = List.copyOf(trained);
        classes = List.copyOf(classes);
    }

    /** The size wished for: height and width. */
    public Optional<int[]> size() {
        return height > 0 && width > 0 ? Optional.of(new int[] {height, width}) : Optional.empty();
    }

    /**
     * What was written.
     *
     * @param file the zip
     * @param layers how many layers of the source were given trained weights
     * @param frozen how many layers are marked as frozen
     */
    public record Written(String file, int layers, int frozen) {}
}
