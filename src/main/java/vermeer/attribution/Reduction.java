package vermeer.attribution;

import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.tensor.Tensor;

/** How the values of a place's channels become one value. */
public enum Reduction {
    /** The largest absolute value; never negative. */
    MAX_ABS("largest absolute value of the channels") {
        @Override
        float of(Tensor channels, Layout layout, int row, int column) {
            int[] shape = channels.shape();
            float largest = 0;
            for (int channel = 0; channel < layout.channels(shape); channel++) {
                largest = Math.max(largest, Math.abs(channels.data()[layout.index(shape, channel, row, column)]));
            }
            return largest;
        }
    },
    /** The signed sum. */
    SUM("sum of the channels") {
        @Override
        float of(Tensor channels, Layout layout, int row, int column) {
            return (float) sum(channels, layout, row, column);
        }
    },
    /** The signed mean. */
    MEAN("mean of the channels") {
        @Override
        float of(Tensor channels, Layout layout, int row, int column) {
            return (float) (sum(channels, layout, row, column) / layout.channels(channels.shape()));
        }
    };

    private final String meaning;

    Reduction(String meaning) {
        this.meaning = meaning;
    }

    /**
     * One value a place.
     *
     * @param channels an input's values, in the input's shape without batch
     * @param meaning what a value of a channel says
     */
    Heatmap reduce(Tensor channels, Layout layout, Region region, String meaning) {
        int height = layout.height(channels.shape());
        int width = layout.width(channels.shape());
        float[] values = new float[height * width];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                values[row * width + column] = of(channels, layout, row, column);
            }
        }
        return new Heatmap(height, width, values, region, meaning + ", " + this.meaning);
    }

    abstract float of(Tensor channels, Layout layout, int row, int column);

    private static double sum(Tensor channels, Layout layout, int row, int column) {
        int[] shape = channels.shape();
        double sum = 0;
        for (int channel = 0; channel < layout.channels(shape); channel++) {
            sum += channels.data()[layout.index(shape, channel, row, column)];
        }
        return sum;
    }
}
