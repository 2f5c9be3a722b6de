package vermeer.worker;

import java.util.Optional;

/**
 * What a convert worker is asked.
 *
 * @param file a DL4J zip or Keras HDF5 file, or the name of a network of DL4J's zoo
 * @param folder an empty folder for everything that the worker writes
 * @param height of the input pictures where the network leaves it open; 0 where there is no wish
 * @param width as {@code height}
 * @param photo a float32 {@code .npy} file with one preprocessed picture in the source's layout; empty where there is none
 */
public record ConversionTask(String file, String folder, int height, int width, String photo) {
    /** The name of the task that converts a file. */
    public static final String CONVERT = "convert";
    /** The name of the task that builds a network of DL4J's zoo with random weights and converts it. */
    public static final String ZOO = "zoo";
    /** A task without wishes. */
    public static ConversionTask of(String file, String folder) {
        return new ConversionTask(file, folder, 0, 0, "");
    }

    /** The size wished for: height and width. */
    public Optional<int[]> size() {
        return height > 0 && width > 0 ? Optional.of(new int[] {height, width}) : Optional.empty();
    }
}
