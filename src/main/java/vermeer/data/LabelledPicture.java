package vermeer.data;

import java.nio.file.Path;

/**
 * A picture that somebody took, with its label.
 *
 * @param file where it lies, absolute
 * @param key its path from the dataset's folder with {@code /} between the names; unique in a dataset
 * @param label the index of its class in {@link Dataset#classes()}
 * @param part where it comes from: the folder above its class folder, such as {@code train} or {@code clinic-b}; empty
 *     where there is none
 */
public record LabelledPicture(Path file, String key, int label, String part) implements Example {

    /** @throws IllegalArgumentException where the label is negative */
    public LabelledPicture {
        file = file.toAbsolutePath().normalize();
        if (label < 0) {
            throw new IllegalArgumentException("a label is the index of a class, not " + label);
        }
    }

    /** The same picture under another label. */
    public LabelledPicture withLabel(int newLabel) {
        return new LabelledPicture(file, key, newLabel, part);
    }
}
