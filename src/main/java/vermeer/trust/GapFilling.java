package vermeer.trust;

/**
 * Fills the gaps of a plane smoothly and fast: means of two by two places, again and again until no gap is left, then each gap takes
 * what the coarser plane has there, bilinearly (pull-push; Gortler et al., The lumigraph, 1996).
 */
final class GapFilling {
    private GapFilling() {}

    /**
     * The plane with its gaps filled.
     *
     * @param values row-major; of no meaning in gaps
     * @param weights 0 in gaps, elsewhere positive
     */
    static double[] fill(double[] values, double[] weights, int height, int width) {
        boolean whole = true;
        for (double weight : weights) {
            whole &= weight > 0;
        }
        if (whole || height * width == 1) {
            return values;
        }
        int rows = (height + 1) / 2;
        int columns = (width + 1) / 2;
        double[] sums = new double[rows * columns];
        double[] coarseWeights = new double[rows * columns];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int fine = row * width + column;
                int coarse = row / 2 * columns + column / 2;
                sums[coarse] += weights[fine] > 0 ? weights[fine] * values[fine] : 0;
                coarseWeights[coarse] += weights[fine];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = coarseWeights[i] > 0 ? sums[i] / coarseWeights[i] : 0;
            coarseWeights[i] = Math.min(1, coarseWeights[i]);
        }
        double[] coarse = fill(sums, coarseWeights, rows, columns);
        double[] filled = new double[values.length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int place = row * width + column;
                filled[place] = weights[place] > 0 ? values[place] : between(coarse, rows, columns, row, column);
            }
        }
        return filled;
    }

    /** The value at a fine place between the centres of the four coarse places around it. */
    private static double between(double[] coarse, int rows, int columns, int row, int column) {
        int near = Math.min(row / 2, rows - 1);
        int far = Math.max(0, Math.min(rows - 1, row % 2 == 0 ? near - 1 : near + 1));
        int left = Math.min(column / 2, columns - 1);
        int right = Math.max(0, Math.min(columns - 1, column % 2 == 0 ? left - 1 : left + 1));
        double beside = 0.75 * coarse[near * columns + left] + 0.25 * coarse[near * columns + right];
        double across = 0.75 * coarse[far * columns + left] + 0.25 * coarse[far * columns + right];
        return 0.75 * beside + 0.25 * across;
    }
}
