package vermeer.trust;

import java.util.Random;
import vermeer.attribution.Subject;
import vermeer.image.Heatmap;
import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/** Maps that know nothing of the model: what every explanation has to beat. */
public enum Control {
    /** Independent random values. */
    RANDOM("Random map") {
        @Override
        float[] values(Tensor input, Layout layout, int height, int width, long seed) {
            Random random = new Random(seed);
            float[] values = new float[height * width];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat();
            }
            return values;
        }
    },
    /** The strength of the picture's edges (Sobel), summed over channels. */
    EDGES("Edge detector") {
        @Override
        float[] values(Tensor input, Layout layout, int height, int width, long seed) {
            int[] shape = input.itemShape();
            float[] values = new float[height * width];
            for (int channel = 0; channel < layout.channels(shape); channel++) {
                for (int row = 1; row < height - 1; row++) {
                    for (int column = 1; column < width - 1; column++) {
                        values[row * width + column] += sobel(input.data(), layout, shape, channel, row, column);
                    }
                }
            }
            return values;
        }
    },
    /** A round blob in the middle, where photographers put things: a Gaussian of a quarter of the picture's size. */
    CENTRE("Centre blob") {
        @Override
        float[] values(Tensor input, Layout layout, int height, int width, long seed) {
            float[] values = new float[height * width];
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double y = (row + 0.5) / height - 0.5;
                    double x = (column + 0.5) / width - 0.5;
                    values[row * width + column] = (float) Math.exp(-(x * x + y * y) / (2 * 0.25 * 0.25));
                }
            }
            return values;
        }
    };

    private final String title;

    Control(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The control's map for a picture, at the input's resolution. */
    public Heatmap map(Subject subject, Layout layout, long seed) {
        int[] shape = subject.input().itemShape();
        int height = layout.height(shape);
        int width = layout.width(shape);
        return new Heatmap(
                height,
                width,
                values(subject.input(), layout, height, width, seed),
                subject.region(),
                "control, knows nothing of the model");
    }

    abstract float[] values(Tensor input, Layout layout, int height, int width, long seed);

    private static float sobel(float[] data, Layout layout, int[] shape, int channel, int row, int column) {
        float horizontal = 0;
        float vertical = 0;
        for (int i = -1; i <= 1; i++) {
            int weight = i == 0 ? 2 : 1;
            horizontal += weight
                    * (data[layout.index(shape, channel, row + i, column + 1)]
                            - data[layout.index(shape, channel, row + i, column - 1)]);
            vertical += weight
                    * (data[layout.index(shape, channel, row + 1, column + i)]
                            - data[layout.index(shape, channel, row - 1, column + i)]);
        }
        return (float) Math.hypot(horizontal, vertical);
    }
}
