package vermeer.attribution;

/** Adam (Kingma, Ba, 2015) on one array of values. */
public final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] mean;
    private final double[] square;
    private int steps;

    public Adam(int size, double rate) {
        this.rate = rate;
        mean = new double[size];
        square = new double[size];
    }

    /** Moves values one step down the gradient. */
    public void step(float[] values, float[] gradient) {
        steps++;
        double meanScale = 1 - Math.pow(FIRST, steps);
        double squareScale = 1 - Math.pow(SECOND, steps);
        for (int i = 0; i < values.length; i++) {
            mean[i] = FIRST * mean[i] + (1 - FIRST) * gradient[i];
            square[i] = SECOND * square[i] + (1 - SECOND) * gradient[i] * gradient[i];
            values[i] -= (float) (rate * (mean[i] / meanScale) / (Math.sqrt(square[i] / squareScale) + EPSILON));
        }
    }
}
