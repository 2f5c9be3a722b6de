package vermeer.trust;

import vermeer.image.Heatmap;

/** How alike two maps are. */
final class Similarity {
    private static final int WINDOW = 8;

    private Similarity() {}

    /** Spearman's rank correlation of the absolute values. */
    static double absoluteRanks(Heatmap a, Heatmap b) {
        return RankCorrelation.spearman(absolute(a), absolute(b));
    }

    /**
     * Mean structural similarity (Wang et al., 2004) of the absolute values, each map scaled to a largest value of 1, over windows of 8
     * x 8 places; between -1 and 1.
     */
    static double structural(Heatmap a, Heatmap b) {
        float[] first = scaled(absolute(a));
        float[] second = scaled(absolute(b));
        double sum = 0;
        int windows = 0;
        int step = Math.max(1, Math.min(WINDOW, Math.min(a.height(), a.width())) / 2);
        int side = Math.min(WINDOW, Math.min(a.height(), a.width()));
        for (int row = 0; row + side <= a.height(); row += step) {
            for (int column = 0; column + side <= a.width(); column += step) {
                sum += window(first, second, a.width(), row, column, side);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(float[] a, float[] b, int width, int row, int column, int side) {
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int y = row; y < row + side; y++) {
            for (int x = column; x < column + side; x++) {
                double valueA = a[y * width + x];
                double valueB = b[y * width + x];
                sumA += valueA;
                sumB += valueB;
                squareA += valueA * valueA;
                squareB += valueB * valueB;
                product += valueA * valueB;
            }
        }
        int count = side * side;
        double meanA = sumA / count;
        double meanB = sumB / count;
        double varianceA = squareA / count - meanA * meanA;
        double varianceB = squareB / count - meanB * meanB;
        double covariance = product / count - meanA * meanB;
        double c1 = 0.01 * 0.01;
        double c2 = 0.03 * 0.03;
        return (2 * meanA * meanB + c1)
                * (2 * covariance + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    }

    private static float[] absolute(Heatmap map) {
        float[] values = map.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return values;
    }

    private static float[] scaled(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        for (int i = 0; largest > 0 && i < values.length; i++) {
            values[i] /= largest;
        }
        return values;
    }
}
