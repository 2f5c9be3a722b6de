package vermeer.dream;

import java.util.stream.IntStream;

/**
 * Planes read bilinearly at other places: turned, scaled, moved or resized, and the transpose of that, which carries a
 * gradient back. Beyond its edges a picture goes on with its edge's colours.
 */
final class Sampling {
    private final int sourceHeight;
    private final int sourceWidth;
    private final int height;
    private final int width;
    private final int[] corner;
    private final float[] across;
    private final float[] down;

    private Sampling(int sourceHeight, int sourceWidth, int height, int width) {
        this.sourceHeight = sourceHeight;
        this.sourceWidth = sourceWidth;
        this.height = height;
        this.width = width;
        corner = new int[height * width];
        across = new float[height * width];
        down = new float[height * width];
    }

    /**
     * A window of a picture, turned and scaled about the window's centre.
     *
     * @param top of the window, which need not lie inside
     * @param radians turned by, clockwise
     * @param scale pixels of the source for one of the window, 1 for none
     */
    static Sampling window(
            Planes source, int height, int width, double top, double left, double radians, double scale) {
        Sampling sampling = new Sampling(source.height(), source.width(), height, width);
        double cosine = scale * Math.cos(radians);
        double sine = scale * Math.sin(radians);
        double middleRow = (height - 1) / 2.0;
        double middleColumn = (width - 1) / 2.0;
        IntStream.range(0, height).parallel().forEach(row -> {
            double y = row - middleRow;
            for (int column = 0; column < width; column++) {
                double x = column - middleColumn;
                sampling.place(
                        row * width + column,
                        top + middleRow + sine * x + cosine * y,
                        left + middleColumn + cosine * x - sine * y);
            }
        });
        return sampling;
    }

    /** A picture brought to another size; pixels are areas, so the corners of both pictures agree. */
    static Sampling resize(Planes source, int height, int width) {
        Sampling sampling = new Sampling(source.height(), source.width(), height, width);
        double rows = (double) source.height() / height;
        double columns = (double) source.width() / width;
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                sampling.place(row * width + column, (row + 0.5) * rows - 0.5, (column + 0.5) * columns - 0.5);
            }
        }
        return sampling;
    }

    private void place(int pixel, double row, double column) {
        // Comparisons, not Math.min and Math.max, which take several times as long for doubles.
        double y = row < 0 ? 0 : row > sourceHeight - 1 ? sourceHeight - 1 : row;
        double x = column < 0 ? 0 : column > sourceWidth - 1 ? sourceWidth - 1 : column;
        int upper = Math.max(0, Math.min(sourceHeight - 2, (int) y));
        int left = Math.max(0, Math.min(sourceWidth - 2, (int) x));
        corner[pixel] = upper * sourceWidth + left;
        down[pixel] = (float) (y - upper);
        across[pixel] = (float) (x - left);
    }

    private int stepDown() {
        return sourceHeight > 1 ? sourceWidth : 0;
    }

    private int stepAcross() {
        return sourceWidth > 1 ? 1 : 0;
    }

    /** What is seen. */
    Planes apply(Planes source) {
        Planes seen = Planes.black(source.channels(), height, width);
        float[] from = source.values();
        int below = stepDown();
        int right = stepAcross();
        IntStream.range(0, source.channels()).parallel().forEach(channel -> {
            int plane = channel * source.size();
            for (int i = 0, to = channel * corner.length; i < corner.length; i++, to++) {
                int at = plane + corner[i];
                float upper = from[at] + across[i] * (from[at + right] - from[at]);
                float lower = from[at + below] + across[i] * (from[at + below + right] - from[at + below]);
                seen.values()[to] = upper + down[i] * (lower - upper);
            }
        });
        return seen;
    }

    /** d / d source of what has this gradient with respect to what is seen. */
    float[] transpose(int channels, float[] gradient) {
        int size = sourceHeight * sourceWidth;
        float[] back = new float[channels * size];
        int below = stepDown();
        int right = stepAcross();
        IntStream.range(0, channels).parallel().forEach(channel -> {
            for (int i = 0, from = channel * corner.length; i < corner.length; i++, from++) {
                int at = channel * size + corner[i];
                float lower = gradient[from] * down[i];
                float upper = gradient[from] - lower;
                back[at] += upper * (1 - across[i]);
                back[at + right] += upper * across[i];
                back[at + below] += lower * (1 - across[i]);
                back[at + below + right] += lower * across[i];
            }
        });
        return back;
    }
}
