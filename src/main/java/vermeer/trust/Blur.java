package vermeer.trust;

import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/** The insertion protocol's blur: weights exp(-i i / 50), i = -5..5, normalised, in both directions; zeros outside. */
final class Blur {
    private static final int RADIUS = 5;

    private Blur() {}

    static Tensor of(Tensor input, Layout layout) {
        int[] shape = input.itemShape();
        Tensor rows = pass(input, layout, shape, true);
        return pass(rows, layout, shape, false);
    }

    private static Tensor pass(Tensor input, Layout layout, int[] shape, boolean alongRows) {
        float[] weights = weights();
        int height = layout.height(shape);
        int width = layout.width(shape);
        float[] blurred = new float[input.data().length];
        for (int channel = 0; channel < layout.channels(shape); channel++) {
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    double sum = 0;
                    for (int i = -RADIUS; i <= RADIUS; i++) {
                        int y = alongRows ? row : row + i;
                        int x = alongRows ? column + i : column;
                        if (y >= 0 && y < height && x >= 0 && x < width) {
                            sum += weights[i + RADIUS] * input.data()[layout.index(shape, channel, y, x)];
                        }
                    }
                    blurred[layout.index(shape, channel, row, column)] = (float) sum;
                }
            }
        }
        return new Tensor(input.shape(), blurred);
    }

    private static float[] weights() {
        float[] weights = new float[2 * RADIUS + 1];
        double total = 0;
        for (int i = -RADIUS; i <= RADIUS; i++) {
            total += Math.exp(-i * i / 50.0);
        }
        for (int i = -RADIUS; i <= RADIUS; i++) {
            weights[i + RADIUS] = (float) (Math.exp(-i * i / 50.0) / total);
        }
        return weights;
    }
}
