package vermeer.attribution;

/** A coarse grid enlarged bilinearly to a picture, and the transpose of that: gathering a picture's gradient on the grid. */
final class BilinearGrid {
    private final int cellRows;
    private final int cellColumns;
    private final Axis vertical;
    private final Axis horizontal;

    BilinearGrid(int cellRows, int cellColumns, int height, int width) {
        this.cellRows = cellRows;
        this.cellColumns = cellColumns;
        vertical = new Axis(cellRows, height);
        horizontal = new Axis(cellColumns, width);
    }

    /** One value a pixel, row-major. */
    float[] enlarge(float[] cells) {
        int width = horizontal.lower.length;
        float[] pixels = new float[vertical.lower.length * width];
        for (int row = 0; row < vertical.lower.length; row++) {
            int top = vertical.lower[row] * cellColumns;
            int bottom = vertical.upper[row] * cellColumns;
            float down = vertical.share[row];
            for (int column = 0; column < width; column++) {
                int left = horizontal.lower[column];
                int right = horizontal.upper[column];
                float along = horizontal.share[column];
                float above = cells[top + left] + along * (cells[top + right] - cells[top + left]);
                float below = cells[bottom + left] + along * (cells[bottom + right] - cells[bottom + left]);
                pixels[row * width + column] = above + down * (below - above);
            }
        }
        return pixels;
    }

    /** One value a cell: each pixel's value handed to the four cells that it is made of, by their shares. */
    float[] gather(float[] pixels) {
        int width = horizontal.lower.length;
        float[] cells = new float[cellRows * cellColumns];
        for (int row = 0; row < vertical.lower.length; row++) {
            int top = vertical.lower[row] * cellColumns;
            int bottom = vertical.upper[row] * cellColumns;
            float down = vertical.share[row];
            for (int column = 0; column < width; column++) {
                float value = pixels[row * width + column];
                float along = horizontal.share[column];
                int left = horizontal.lower[column];
                int right = horizontal.upper[column];
                cells[top + left] += value * (1 - down) * (1 - along);
                cells[top + right] += value * (1 - down) * along;
                cells[bottom + left] += value * down * (1 - along);
                cells[bottom + right] += value * down * along;
            }
        }
        return cells;
    }

    /** Which two cells a pixel lies between along one axis, and how far towards the second. */
    private static final class Axis {
        private final int[] lower;
        private final int[] upper;
        private final float[] share;

        Axis(int cells, int pixels) {
            lower = new int[pixels];
            upper = new int[pixels];
            share = new float[pixels];
            for (int i = 0; i < pixels; i++) {
                double place = Math.min(Math.max((i + 0.5) * cells / pixels - 0.5, 0), cells - 1);
                lower[i] = (int) place;
                upper[i] = Math.min(lower[i] + 1, cells - 1);
                share[i] = (float) (place - lower[i]);
            }
        }
    }
}
