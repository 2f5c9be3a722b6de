package vermeer.attribution;

import java.util.Random;

/**
 * RISE's random masks: a grid of {@code cells x cells} shown or hidden cells, enlarged bilinearly by one cell more than the
 * picture and shifted by up to a cell, so that no place is special. Values from 0 (hidden) to 1 (shown).
 */
final class SoftMasks {
    private final int height;
    private final int width;
    private final int cells;
    private final double shown;
    private final Random random;

    SoftMasks(int height, int width, int cells, double shown, long seed) {
        this.height = height;
        this.width = width;
        this.cells = cells;
        this.shown = shown;
        this.random = new Random(seed);
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int size() {
        return height * width;
    }

    /** The next mask, row-major. */
    float[] next() {
        float[][] grid = new float[cells + 2][cells + 2];
        for (int row = 0; row < cells + 2; row++) {
            for (int column = 0; column < cells + 2; column++) {
                grid[row][column] = random.nextDouble() < shown ? 1 : 0;
            }
        }
        double cellHeight = (double) height / cells;
        double shiftY = random.nextDouble();
        Columns columns = new Columns(width, (double) width / cells, random.nextDouble());
        float[] mask = new float[size()];
        float[] line = new float[cells + 2];
        for (int row = 0; row < height; row++) {
            double y = row / cellHeight + shiftY;
            int top = (int) y;
            float below = (float) (y - top);
            for (int i = 0; i < line.length; i++) {
                line[i] = grid[top][i] + below * (grid[Math.min(top + 1, cells + 1)][i] - grid[top][i]);
            }
            columns.fill(mask, row * width, line);
        }
        return mask;
    }

    /** Which two cells each column lies between, and how far towards the second; the same for every row of a mask. */
    private static final class Columns {
        private final int[] left;
        private final float[] share;

        Columns(int width, double cellWidth, double shift) {
            left = new int[width];
            share = new float[width];
            for (int column = 0; column < width; column++) {
                double x = column / cellWidth + shift;
                left[column] = (int) x;
                share[column] = (float) (x - left[column]);
            }
        }

        void fill(float[] mask, int start, float[] line) {
            for (int column = 0; column < left.length; column++) {
                float from = line[left[column]];
                float to = line[Math.min(left[column] + 1, line.length - 1)];
                mask[start + column] = from + share[column] * (to - from);
            }
        }
    }
}
