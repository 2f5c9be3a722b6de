package vermeer.cli;

import java.nio.file.Path;
import java.util.Arrays;
import vermeer.image.Layout;
import vermeer.image.Picture;
import vermeer.image.Region;
import vermeer.model.OpenModel;
import vermeer.tensor.Npy;
import vermeer.tensor.NpyException;
import vermeer.tensor.Tensor;

/** A file of inputs that are preprocessed already. */
final class TensorInputs implements Inputs {
    private final Path file;
    private Tensor batch;

    TensorInputs(Path file) {
        this.file = file;
    }

    @Override
    public int count(OpenModel model) throws CommandException {
        return batch(model).batch();
    }

    @Override
    public NetworkInput read(int index, OpenModel model, Surroundings surroundings) throws CommandException {
        Tensor batch = batch(model);
        String name = file.getFileName().toString().replaceFirst("\\.npy$", "");
        boolean single = batch.batch() == 1;
        Tensor input = batch.item(index);
        Picture picture = asPicture(input, model.scores().layout());
        return new NetworkInput(
                single ? file.toString() : file + "#" + index,
                Path.of(""),
                single ? name : name + "-" + index,
                input,
                picture,
                new Region(0, 0, picture.width(), picture.height()));
    }

    private Tensor batch(OpenModel model) throws CommandException {
        if (batch == null) {
            batch = read(model.scores().inputShape());
        }
        return batch;
    }

    private Tensor read(int[] shape) throws CommandException {
        try {
            Tensor read = Npy.read(file);
            boolean item = Arrays.equals(read.shape(), shape);
            if (!item && (read.shape().length != 4 || !Arrays.equals(read.itemShape(), shape) || read.batch() == 0)) {
                throw new CommandException("The tensor in '" + file + "' has the shape " + Arrays.toString(read.shape())
                        + ", but the model's input is " + Arrays.toString(shape) + ", alone or as a batch.");
            }
            return item ? read.reshape(1, shape[0], shape[1], shape[2]) : read;
        } catch (NpyException unreadable) {
            throw new CommandException(unreadable.getMessage());
        }
    }

    /** The input as a picture, for the map to lie on: its smallest value is black, its largest white. */
    private static Picture asPicture(Tensor input, Layout layout) {
        int[] shape = input.itemShape();
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : input.data()) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        int height = layout.height(shape);
        int width = layout.width(shape);
        byte[] rgb = new byte[3 * height * width];
        for (int i = 0; i < rgb.length; i++) {
            int channel = layout.channels(shape) == 3 ? i % 3 : 0;
            float value = input.data()[layout.index(shape, channel, i / 3 / width, i / 3 % width)];
            rgb[i] = (byte) (max > min ? Math.round(255 * (value - min) / (max - min)) : 128);
        }
        return Picture.of(width, height, rgb);
    }
}
