package vermeer.image;

/**
 * Resizing equal to Pillow's, level for level: 8-bit levels, weights in fixed point with 22 bits, rows first and columns
 * second, rounded to 8 bits between the two. Networks are trained on pictures resized so; another resize changes predictions.
 */
final class Resampling {
    private static final int PRECISION = 32 - 8 - 2;

    private Resampling() {}

    /**
     * Resizes interleaved 8-bit levels.
     *
     * @param levels {@code height * width * channels}
     * @return {@code newHeight * newWidth * channels}; the same array where the size stays
     */
    static byte[] resize(
            byte[] levels, int width, int height, int channels, int newWidth, int newHeight, Interpolation how) {
        if (how == Interpolation.NEAREST) {
            return nearest(levels, width, height, channels, newWidth, newHeight);
        }
        byte[] narrow =
                width == newWidth ? levels : rows(levels, height, width, channels, Kernel.of(width, newWidth, how));
        return height == newHeight ? narrow : columns(narrow, newWidth * channels, Kernel.of(height, newHeight, how));
    }

    private static byte[] rows(byte[] levels, int height, int width, int channels, Kernel kernel) {
        int newWidth = kernel.size();
        byte[] resized = new byte[Math.multiplyExact(Math.multiplyExact(height, newWidth), channels)];
        int target = 0;
        for (int y = 0; y < height; y++) {
            int row = y * width * channels;
            for (int x = 0; x < newWidth; x++) {
                int[] weights = kernel.weights()[x];
                int first = row + kernel.first()[x] * channels;
                for (int channel = 0; channel < channels; channel++) {
                    int sum = 1 << PRECISION - 1;
                    int at = first + channel;
                    for (int weight : weights) {
                        sum += (levels[at] & 0xff) * weight;
                        at += channels;
                    }
                    resized[target++] = level(sum);
                }
            }
        }
        return resized;
    }

    private static byte[] columns(byte[] levels, int stride, Kernel kernel) {
        byte[] resized = new byte[Math.multiplyExact(kernel.size(), stride)];
        int[] sums = new int[stride];
        for (int y = 0; y < kernel.size(); y++) {
            java.util.Arrays.fill(sums, 1 << PRECISION - 1);
            int at = kernel.first()[y] * stride;
            for (int weight : kernel.weights()[y]) {
                for (int i = 0; i < stride; i++) {
                    sums[i] += (levels[at++] & 0xff) * weight;
                }
            }
            for (int i = 0; i < stride; i++) {
                resized[y * stride + i] = level(sums[i]);
            }
        }
        return resized;
    }

    private static byte level(int sum) {
        int level = sum >> PRECISION;
        return (byte) (level < 0 ? 0 : Math.min(level, 255));
    }

    private static byte[] nearest(byte[] levels, int width, int height, int channels, int newWidth, int newHeight) {
        byte[] resized = new byte[Math.multiplyExact(Math.multiplyExact(newHeight, newWidth), channels)];
        int target = 0;
        for (int y = 0; y < newHeight; y++) {
            int row = (int) ((y + 0.5) * height / newHeight) * width;
            for (int x = 0; x < newWidth; x++) {
                int at = (row + (int) ((x + 0.5) * width / newWidth)) * channels;
                for (int channel = 0; channel < channels; channel++) {
                    resized[target++] = levels[at + channel];
                }
            }
        }
        return resized;
    }

    /**
     * The weights along one axis.
     *
     * @param first the first source index of each target index
     * @param weights fixed-point weights of the source indices from there on
     */
    private record Kernel(int[] first, int[][] weights) {

        int size() {
            return first.length;
        }

        static Kernel of(int from, int to, Interpolation how) {
            double scale = (double) from / to;
            double stretch = Math.max(1, scale);
            double support = how.support() * stretch;
            int[] first = new int[to];
            int[][] weights = new int[to][];
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * scale;
                first[i] = Math.max(0, (int) (centre - support + 0.5));
                int end = Math.min(from, (int) (centre + support + 0.5));
                weights[i] = weights(first[i], end, centre, stretch, how);
            }
            return new Kernel(first, weights);
        }

        private static int[] weights(int first, int end, double centre, double stretch, Interpolation how) {
            double[] exact = new double[end - first];
            double inverse = 1 / stretch;
            double sum = 0;
            for (int i = 0; i < exact.length; i++) {
                exact[i] = how.weight((i + first - centre + 0.5) * inverse);
                sum += exact[i];
            }
            int[] fixed = new int[exact.length];
            for (int i = 0; i < exact.length; i++) {
                double weight = (sum == 0 ? exact[i] : exact[i] / sum) * (1 << PRECISION);
                fixed[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
            }
            return fixed;
        }
    }
}
