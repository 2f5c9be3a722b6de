package vermeer.advice;

/**
 * An error that falls with the number of pictures: {@code floor + scale * n ^ -exponent} (Hestness et al. 2017).
 *
 * @param floor what remains with any number of pictures, at least 0
 * @param scale at least 0
 * @param exponent from 0.05 to 1.5
 */
public record PowerLaw(double floor, double scale, double exponent) {
    private static final double STEP = 0.05;
    private static final int STEPS = 30;

    /**
     * The law with the smallest weighted squared distance.
     *
     * @param sizes numbers of pictures, above 0
     * @param errors at those sizes
     * @param weights at least 0
     */
    public static PowerLaw fit(double[] sizes, double[] errors, double[] weights) {
        PowerLaw best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= STEPS; step++) {
            PowerLaw law = fit(sizes, errors, weights, step * STEP);
            double distance = 0;
            for (int i = 0; i < sizes.length; i++) {
                double away = errors[i] - law.at(sizes[i]);
                distance += weights[i] * away * away;
            }
            // Of equally good ones the gentler is taken: it promises less.
            if (distance < least - 1e-15) {
                least = distance;
                best = law;
            }
        }
        return best;
    }

    /** Weighted least squares of a line through {@code n ^ -exponent}, neither end below 0. */
    private static PowerLaw fit(double[] sizes, double[] errors, double[] weights, double exponent) {
        double all = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.pow(sizes[i], -exponent);
            all += weights[i];
            meanX += weights[i] * x;
            meanY += weights[i] * errors[i];
        }
        meanX /= all;
        meanY /= all;
        double xx = 0;
        double xy = 0;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < sizes.length; i++) {
            double x = Math.pow(sizes[i], -exponent);
            xx += weights[i] * (x - meanX) * (x - meanX);
            xy += weights[i] * (x - meanX) * (errors[i] - meanY);
            squares += weights[i] * x * x;
            products += weights[i] * x * errors[i];
        }
        double scale = xx == 0 ? 0 : xy / xx;
        if (scale <= 0) {
            return new PowerLaw(meanY, 0, exponent);
        }
        double floor = meanY - scale * meanX;
        return floor >= 0 ? new PowerLaw(floor, scale, exponent) : new PowerLaw(0, products / squares, exponent);
    }

    /** The error at a number of pictures. */
    public double at(double size) {
        return floor + scale * Math.pow(size, -exponent);
    }

    /** The number of pictures with which the error is as low as this; infinite where it never is. */
    public double sizeFor(double error) {
        return error <= floor || scale == 0
                ? Double.POSITIVE_INFINITY
                : Math.pow((error - floor) / scale, -1 / exponent);
    }
}
