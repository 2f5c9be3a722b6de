package vermeer.model;

import java.nio.file.Path;
import java.util.Optional;
import vermeer.tensor.Tensor;

/**
 * What to convert.
 *
 * @param source a DL4J zip or Keras HDF5 file
 * @param height of the input pictures, for networks that leave it open; 0 where there is no wish
 * @param width as {@code height}
 * @param photo a preprocessed picture in the source's layout, {@code [1, ...]}, on which to compare, too
 */
public record ConversionRequest(Path source, int height, int width, Optional<Tensor> photo) {

    /** A request without wishes. */
    public static ConversionRequest of(Path source) {
        return new ConversionRequest(source, 0, 0, Optional.empty());
    }
}
