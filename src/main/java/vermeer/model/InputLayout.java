package vermeer.model;

import java.util.Optional;
import vermeer.image.Layout;

/** Tells the order of an input's axes from its shape: pictures have 1 or 3 channels, and more rows and columns than that. */
final class InputLayout {
    private InputLayout() {}

    /** @param shape with the batch axis; empty where this is no shape of pictures */
    static Optional<Layout> of(long[] shape) {
        if (shape.length != 4) {
            return Optional.empty();
        }
        if (isChannels(shape[1])) {
            return Optional.of(Layout.NCHW);
        }
        return isChannels(shape[3]) ? Optional.of(Layout.NHWC) : Optional.empty();
    }

    private static boolean isChannels(long extent) {
        return extent == 1 || extent == 3;
    }
}
