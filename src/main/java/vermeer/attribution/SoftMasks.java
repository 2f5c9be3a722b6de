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
        double cellWidth = (double) width / cells;
        double shiftY = random.nextDouble();
        double shiftX = random.nextDouble();
        float[] mask = new float[size()];
        float[] line = new float[cells + 2];
        for (int row = 0; row < height; row++) {
            double y = row / cellHeight + shiftY;
            int top = (int) y;
            float below = (float) (y - top);
            for (int i = 0; i < line.length; i++) {
                line[i] = grid[top][i] + below * (grid[Math.min(top + 1, cells + 1)][i] - grid[top][i]);
            }
            fillRow(mask, row * width, line, cellWidth, shiftX);
        }
        return mask;
    }

    private void fillRow(float[] mask, int start, float[] line, double cellWidth, double shiftX) {
        for (int column = 0; column < width; column++) {
            double x = column / cellWidth + shiftX;
            int left = (int) x;
            float right = (float) (x - left);
            mask[start + column] = line[left] + right * (line[Math.min(left + 1, cells + 1)] - line[left]);
        }
    }
}
