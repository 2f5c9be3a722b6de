package vermeer.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Resizing equal to Pillow's, level for level: 8-bit levels, weights in fixed point, rows first and columns second, rounded
 * to 8 bits between the two. Networks are trained on pictures resized so; another resize changes predictions.
 */
final class Resampling {
    private static final int HALF = 1 << Kernel.PRECISION - 1;

    private Resampling() {}

    /** Resizes interleaved 8-bit levels, {@code height * width * channels}; the same array where the size stays. */
    static byte[] resize(
            byte[] levels, int width, int height, int channels, int newWidth, int newHeight, Interpolation how) {
        Box all = new Box(0, 0, newWidth, newHeight);
        return resize(levels, new Box(0, 0, width, height), channels, all, all, how);
    }

    /**
     * Resizes, but computes only a part of the result.
     *
     * @param levels a picture of {@code size}
     * @param resized the size of the whole result
     * @param part what is wanted of it, inside it and not empty
     * @return {@code part.height * part.width * channels}
     */
    static byte[] resize(byte[] levels, Box size, int channels, Box resized, Box part, Interpolation how) {
        if (how == Interpolation.NEAREST) {
            return nearest(levels, size, channels, resized, part);
        }
        boolean rowsStay = size.width() == resized.width() && part.width() == resized.width();
        boolean columnsStay = size.height() == resized.height() && part.height() == resized.height();
        Kernel across = Kernel.of(size.width(), resized.width(), part.x(), part.width(), how);
        Kernel down = Kernel.of(size.height(), resized.height(), part.y(), part.height(), how);
        int top = columnsStay ? 0 : down.start();
        int bottom = columnsStay ? size.height() : down.end();
        byte[] narrow = levels;
        if (!rowsStay) {
            narrow = channels == 3
                    ? colourRows(levels, size.width(), top, bottom, across)
                    : greyRows(levels, size.width(), top, bottom, across);
        } else if (!columnsStay) {
            narrow = Arrays.copyOfRange(levels, top * size.width() * channels, bottom * size.width() * channels);
        }
        return columnsStay ? narrow : columns(narrow, part.width() * channels, top, down);
    }

    private static byte[] colourRows(byte[] levels, int width, int top, int bottom, Kernel kernel) {
        int newWidth = kernel.size();
        byte[] resized = new byte[Math.multiplyExact(Math.multiplyExact(bottom - top, newWidth), 3)];
        IntStream.range(top, bottom)
                .parallel()
                .forEach(y -> colourRow(levels, y * width * 3, kernel, resized, (y - top) * newWidth * 3));
        return resized;
    }

    private static void colourRow(byte[] levels, int row, Kernel kernel, byte[] resized, int to) {
        int target = to;
        int[] first = kernel.first();
        int[][] weights = kernel.weights();
        for (int x = 0; x < first.length; x++) {
            int red = HALF;
            int green = HALF;
            int blue = HALF;
            int at = row + first[x] * 3;
            for (int weight : weights[x]) {
                red += (levels[at] & 0xff) * weight;
                green += (levels[at + 1] & 0xff) * weight;
                blue += (levels[at + 2] & 0xff) * weight;
                at += 3;
            }
            resized[target] = level(red);
            resized[target + 1] = level(green);
            resized[target + 2] = level(blue);
            target += 3;
        }
    }

    private static byte[] greyRows(byte[] levels, int width, int top, int bottom, Kernel kernel) {
        int newWidth = kernel.size();
        byte[] resized = new byte[Math.multiplyExact(bottom - top, newWidth)];
        int target = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < newWidth; x++) {
                int sum = HALF;
                int at = y * width + kernel.first()[x];
                for (int weight : kernel.weights()[x]) {
                    sum += (levels[at++] & 0xff) * weight;
                }
                resized[target++] = level(sum);
            }
        }
        return resized;
    }

    /** @param top the source row that {@code levels} start with */
    private static byte[] columns(byte[] levels, int stride, int top, Kernel kernel) {
        byte[] resized = new byte[Math.multiplyExact(kernel.size(), stride)];
        IntStream.range(0, kernel.size())
                .parallel()
                .forEach(y -> column(
                        levels, (kernel.first()[y] - top) * stride, stride, kernel.weights()[y], resized, y * stride));
        return resized;
    }

    private static void column(byte[] levels, int from, int stride, int[] weights, byte[] resized, int to) {
        int[] sums = new int[stride];
        Arrays.fill(sums, HALF);
        int row = from;
        for (int weight : weights) {
            for (int i = 0; i < stride; i++) {
                sums[i] += (levels[row + i] & 0xff) * weight;
            }
            row += stride;
        }
        for (int i = 0; i < stride; i++) {
            resized[to + i] = level(sums[i]);
        }
    }

    private static byte level(int sum) {
        int level = sum >> Kernel.PRECISION;
        return (byte) (level < 0 ? 0 : Math.min(level, 255));
    }

    private static byte[] nearest(byte[] levels, Box size, int channels, Box resized, Box part) {
        byte[] picked = new byte[Math.multiplyExact(Math.multiplyExact(part.height(), part.width()), channels)];
        int target = 0;
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int row = (int) ((y + 0.5) * size.height() / resized.height()) * size.width();
            for (int x = part.x(); x < part.x() + part.width(); x++) {
                int at = (row + (int) ((x + 0.5) * size.width() / resized.width())) * channels;
                System.arraycopy(levels, at, picked, target, channels);
                target += channels;
            }
        }
        return picked;
    }
}
