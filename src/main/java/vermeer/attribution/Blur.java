package vermeer.attribution;

import vermeer.image.Layout;
import vermeer.tensor.Tensor;

/** A Gaussian blur of every channel; beyond the edges the outermost pixels are repeated. */
final class Blur {
    private final double[] weights;
    private final int radius;

    /** @param deviation the Gaussian's standard deviation in pixels; it is cut off at three of them */
    Blur(double deviation) {
        radius = (int) Math.ceil(3 * deviation);
        weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = deviation == 0 ? 1 : Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + radius];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }

    /**
     * Blurs one picture.
     *
     * @param input a batch of one
     * @param shape its shape without batch
     */
    Tensor apply(Tensor input, int[] shape, Layout layout) {
        float[] blurred = new float[input.data().length];
        float[] between = new float[blurred.length];
        int height = layout.height(shape);
        int width = layout.width(shape);
        int rowStep = layout.index(shape, 0, 1 % height, 0);
        int columnStep = layout.index(shape, 0, 0, 1 % width);
        for (int channel = 0; channel < layout.channels(shape); channel++) {
            for (int row = 0; row < height; row++) {
                line(input.data(), between, layout.index(shape, channel, row, 0), columnStep, width);
            }
            for (int column = 0; column < width; column++) {
                line(between, blurred, layout.index(shape, channel, 0, column), rowStep, height);
            }
        }
        return new Tensor(input.shape(), blurred);
    }

    private void line(float[] from, float[] to, int start, int step, int length) {
        for (int i = 0; i < length; i++) {
            double sum = 0;
            for (int j = -radius; j <= radius; j++) {
                int source = Math.min(length - 1, Math.max(0, i + j));
                sum += weights[j + radius] * from[start + source * step];
            }
            to[start + i * step] = (float) sum;
        }
    }
}
