package vermeer.data;

import java.nio.file.Path;

/**
 * A picture that nobody took: rendered, composed or generated to have more to train on. It cannot be part of train-dev, dev
 * or test, whose lists do not take it.
 *
 * @param file where it lies, absolute
 * @param key its path from the dataset's folder with {@code /} between the names; unique in a dataset
 * @param label the index of its class in {@link Dataset#classes()}
 */
public record SyntheticPicture(Path file, String key, int label) implements Example {

    /** @throws IllegalArgumentException where the label is negative */
    public SyntheticPicture {
        file = file.toAbsolutePath().normalize();
        if (label < 0) {
            throw new IllegalArgumentException("a label is the index of a class, not " + label);
        }
    }
}
