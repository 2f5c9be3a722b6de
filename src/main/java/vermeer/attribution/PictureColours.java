package vermeer.attribution;

import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/** A preprocessed picture's channels as planes of unit variance, so that segmentation does not depend on the profile. */
final class PictureColours {
    private PictureColours() {}

    /** {@code [channels][rows * columns]}. */
    static float[][] scaled(Tensor input, Layout layout) {
        int[] shape = input.itemShape();
        int width = layout.width(shape);
        float[][] colours = new float[layout.channels(shape)][layout.height(shape) * width];
        for (int channel = 0; channel < colours.length; channel++) {
            double sum = 0;
            double square = 0;
            for (int i = 0; i < colours[channel].length; i++) {
                float value = input.data()[layout.index(shape, channel, i / width, i % width)];
                colours[channel][i] = value;
                sum += value;
                square += (double) value * value;
            }
            double mean = sum / colours[channel].length;
            double deviation = Math.sqrt(Math.max(1e-12, square / colours[channel].length - mean * mean));
            for (int i = 0; i < colours[channel].length; i++) {
                colours[channel][i] = (float) (colours[channel][i] / deviation);
            }
        }
        return colours;
    }
}
