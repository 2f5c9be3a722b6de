package vermeer.attribution;

import java.util.Arrays;
import vermeer.image.Layout;
import vermeer.model.Scores;
import vermeer.tensor.Tensor;

/** A picture without evidence: what integrated gradients start from and what occlusion covers with. */
public enum Baseline {
    /** Zeros in the network's input: the mean colour where the profile subtracts a mean. */
    ZERO {
        @Override
        Tensor of(Scores model, Tensor input) {
            return Tensor.zeros(input.shape());
        }
    },
    /** Black pixels. */
    BLACK {
        @Override
        Tensor of(Scores model, Tensor input) {
            return colour(model, input, model.inputValue(0));
        }
    },
    /** White pixels. */
    WHITE {
        @Override
        Tensor of(Scores model, Tensor input) {
            return colour(model, input, model.inputValue(255));
        }
    },
    /** Pixels of medium grey, brightness 127.5 of 255. */
    GREY {
        @Override
        Tensor of(Scores model, Tensor input) {
            return colour(model, input, model.inputValue(127.5f));
        }
    },
    /** The picture's own mean colour. */
    MEAN {
        @Override
        Tensor of(Scores model, Tensor input) {
            return colour(model, input, mean(model, input));
        }
    },
    /** The picture, blurred: Gaussian of standard deviation 5% of the shorter side, edges repeated. */
    BLUR {
        @Override
        Tensor of(Scores model, Tensor input) {
            int[] shape = model.inputShape();
            Layout layout = model.layout();
            double deviation = 0.05 * Math.min(layout.height(shape), layout.width(shape));
            return new Blur(deviation).apply(input, shape, layout);
        }
    };

    /**
     * The baseline of a picture.
     *
     * @param input a batch of one
     * @return shaped as the input
     */
    abstract Tensor of(Scores model, Tensor input);

    private static Tensor colour(Scores model, Tensor input, float[] values) {
        int[] shape = model.inputShape();
        Layout layout = model.layout();
        int planeSize = layout.height(shape) * layout.width(shape);
        float[] filled = new float[input.data().length];
        for (int channel = 0; channel < values.length; channel++) {
            if (layout == Layout.NCHW) {
                Arrays.fill(filled, channel * planeSize, (channel + 1) * planeSize, values[channel]);
            } else {
                for (int pixel = 0; pixel < planeSize; pixel++) {
                    filled[pixel * values.length + channel] = values[channel];
                }
            }
        }
        return new Tensor(input.shape(), filled);
    }

    private static float[] mean(Scores model, Tensor input) {
        int[] shape = model.inputShape();
        Layout layout = model.layout();
        float[] mean = new float[layout.channels(shape)];
        for (int channel = 0; channel < mean.length; channel++) {
            double sum = 0;
            for (int row = 0; row < layout.height(shape); row++) {
                for (int column = 0; column < layout.width(shape); column++) {
                    sum += input.data()[layout.index(shape, channel, row, column)];
                }
            }
            mean[channel] = (float) (sum / ((double) layout.height(shape) * layout.width(shape)));
        }
        return mean;
    }
}
