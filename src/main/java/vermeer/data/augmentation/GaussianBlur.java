package vermeer.data.augmentation;

/** Gaussian blur of interleaved RGB levels, in place; edges are continued. */
final class GaussianBlur {
    private static final double REACH = 3;

    private GaussianBlur() {}

    /** @param sigma standard deviation in pixels, above 0 */
    static void apply(float[] levels, int width, int height, double sigma) {
        float[] kernel = kernel(sigma);
        float[] line = new float[Math.max(width, height)];
        for (int colour = 0; colour < 3; colour++) {
            for (int y = 0; y < height; y++) {
                along(levels, 3 * y * width + colour, 3, width, kernel, line);
            }
            for (int x = 0; x < width; x++) {
                along(levels, 3 * x + colour, 3 * width, height, kernel, line);
            }
        }
    }

    /** Weights at the distances 0, 1, … */
    private static float[] kernel(double sigma) {
        float[] kernel = new float[(int) Math.ceil(REACH * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    private static void along(float[] levels, int start, int step, int count, float[] kernel, float[] line) {
        for (int i = 0; i < count; i++) {
            line[i] = levels[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            float sum = kernel[0] * line[i];
            for (int distance = 1; distance < kernel.length; distance++) {
                sum += kernel[distance] * (line[Math.max(0, i - distance)] + line[Math.min(count - 1, i + distance)]);
            }
            levels[start + i * step] = sum;
        }
    }
}
