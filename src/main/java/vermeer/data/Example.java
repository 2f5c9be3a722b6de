package vermeer.data;

import java.nio.file.Path;

/**
 * A picture that a network may be trained on. Only a {@link LabelledPicture}, which somebody took, may also judge one:
 * {@link Splits} hold nothing else outside of training.
 */
public sealed interface Example permits LabelledPicture, SyntheticPicture {

    /** Where it lies, absolute. */
    Path file();

    /** Its path from the dataset's folder with {@code /} between the names; what decisions know it by. */
    String key();

    /** The index of its class in {@link Dataset#classes()}. */
    int label();
}
