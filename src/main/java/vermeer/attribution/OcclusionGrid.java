package vermeer.attribution;

import java.util.ArrayList;
import java.util.List;

/**
 * The windows that occlusion slides over a picture, as Captum places them: the first at the top left corner, one every
 * {@code stride} pixels, the last cut off at the edge, so that every pixel is covered.
 */
record OcclusionGrid(int height, int width, int window, int stride) {

    /** A window's place in the grid. */
    record Place(int row, int column) {}

    int rows() {
        return positions(height);
    }

    int columns() {
        return positions(width);
    }

    int top(Place place) {
        return place.row() * stride;
    }

    int left(Place place) {
        return place.column() * stride;
    }

    /** The first row below the window. */
    int bottom(Place place) {
        return Math.min(height, top(place) + window);
    }

    /** The first column right of the window. */
    int right(Place place) {
        return Math.min(width, left(place) + window);
    }

    /** All places, coarse first: every 2^k-th row and column, then those between, until all are there. */
    List<Place> coarseFirst() {
        List<Place> places = new ArrayList<>(rows() * columns());
        for (int step = Integer.highestOneBit(Math.max(rows(), columns())); step > 0; step /= 2) {
            for (int row = 0; row < rows(); row += step) {
                for (int column = 0; column < columns(); column += step) {
                    if (places.isEmpty() || stepOf(row, column) == step) {
                        places.add(new Place(row, column));
                    }
                }
            }
        }
        return places;
    }

    /**
     * The map of the windows' values: each pixel has the mean of the windows that cover it.
     *
     * @param drops a value a window, row-major; NaN where it isn't known yet, and the nearest coarser one stands in
     */
    float[] average(double[] drops) {
        double[] sums = new double[height * width];
        int[] down = new int[height];
        int[] across = new int[width];
        for (int row = 0; row < rows(); row++) {
            double[] line = line(drops, row);
            Place first = new Place(row, 0);
            for (int y = top(first); y < bottom(first); y++) {
                down[y]++;
                for (int x = 0; x < width; x++) {
                    sums[y * width + x] += line[x];
                }
            }
        }
        for (int column = 0; column < columns(); column++) {
            Place first = new Place(0, column);
            for (int x = left(first); x < right(first); x++) {
                across[x]++;
            }
        }
        float[] values = new float[sums.length];
        for (int pixel = 0; pixel < values.length; pixel++) {
            values[pixel] = (float) (sums[pixel] / (down[pixel / width] * across[pixel % width]));
        }
        return values;
    }

    /** For each column of the picture, the sum of the windows of one row of the grid that cover it. */
    private double[] line(double[] drops, int row) {
        double[] line = new double[width];
        for (int column = 0; column < columns(); column++) {
            Place place = new Place(row, column);
            double drop = known(drops, row, column);
            for (int x = left(place); x < right(place); x++) {
                line[x] += drop;
            }
        }
        return line;
    }

    private double known(double[] drops, int row, int column) {
        int step = 1;
        double drop = drops[row * columns() + column];
        while (Double.isNaN(drop) && step <= Math.max(row, column)) {
            step *= 2;
            drop = drops[row / step * step * columns() + column / step * step];
        }
        return drop;
    }

    private int stepOf(int row, int column) {
        return Integer.lowestOneBit(row | column);
    }

    private int positions(int extent) {
        return 1 + Math.max(0, (extent - window + stride - 1) / stride);
    }
}
