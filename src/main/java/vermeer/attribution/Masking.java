package vermeer.attribution;

import vermeer.image.Layout;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** Shows a picture through a mask: 1 keeps a place, 0 replaces it. */
final class Masking {
    private Masking() {}

    /** Writes picture {@code index} of a batch: the input times the mask. */
    static void apply(Scores model, float[] input, float[] mask, float[] batch, int index) {
        int channels = model.layout().channels(model.inputShape());
        int offset = index * input.length;
        if (model.layout() == Layout.NCHW) {
            for (int channel = 0; channel < channels; channel++) {
                int plane = channel * mask.length;
                for (int i = 0; i < mask.length; i++) {
                    batch[offset + plane + i] = input[plane + i] * mask[i];
                }
            }
        } else {
            for (int i = 0; i < input.length; i++) {
                batch[offset + i] = input[i] * mask[i / channels];
            }
        }
    }

    /** Writes picture {@code index} of a batch: {@code mask * input + (1 - mask) * fill}. */
    static void blend(Scores model, Tensor input, Tensor fill, float[] mask, float[] batch, int index) {
        int channels = model.layout().channels(model.inputShape());
        int offset = index * input.data().length;
        float[] picture = input.data();
        float[] other = fill.data();
        if (model.layout() == Layout.NCHW) {
            for (int channel = 0; channel < channels; channel++) {
                int plane = channel * mask.length;
                for (int i = 0; i < mask.length; i++) {
                    float hidden = other[plane + i];
                    batch[offset + plane + i] = hidden + mask[i] * (picture[plane + i] - hidden);
                }
            }
        } else {
            for (int i = 0; i < picture.length; i++) {
                batch[offset + i] = other[i] + mask[i / channels] * (picture[i] - other[i]);
            }
        }
    }
}
