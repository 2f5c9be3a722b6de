package vermeer.attack;

import vermeer.image.Picture;
import vermeer.tensor.Tensor;

/**
 * The values that an attack changes, and how they reach the network: planes of levels, {@code [channels, height, width]},
 * 0 to 255.
 */
sealed interface Levels permits PictureLevels, DefendedLevels, InputLevels {

    int channels();

    int height();

    int width();

    /** The levels before any attack; shared, not to be written to. */
    float[] clean();

    /** The network's inputs for levels that need not be whole, one picture an array: {@code [n, shape...]}. */
    Tensor input(float[]... levels);

    /** Carries one picture's gradient from the input, entry {@code item} of the batch, back to the levels. */
    float[] carriedBack(Tensor gradient, int item);

    /** The picture that the clean levels make. */
    Picture original();

    /** The picture that whole levels make, as it is saved. */
    Picture picture(float[] whole);

    /** The network's input for a picture that {@link #picture} made, read as any picture is read. */
    Tensor read(Picture picture);

    /** Whether only whole levels count. */
    boolean whole();

    default int size() {
        return channels() * height() * width();
    }
}
