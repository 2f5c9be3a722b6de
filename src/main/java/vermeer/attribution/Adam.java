package vermeer.attribution;

/** Adam (Kingma, Ba, 2015) on one array of values, in single precision as the usual software does it. */
public final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final float[] mean;
    private final float[] square;
    private int steps;

    public Adam(int size, double rate) {
        this.rate = rate;
        mean = new float[size];
        square = new float[size];
    }

    /** Moves values one step down the gradient. */
    public void step(float[] values, float[] gradient) {
        steps++;
        float kept = (float) FIRST;
        float taken = (float) (1 - FIRST);
        float squareKept = (float) SECOND;
        float squareTaken = (float) (1 - SECOND);
        // rate * m / (1 - FIRST^t) / (sqrt(v / (1 - SECOND^t)) + EPSILON), with both corrections outside the loop
        double correction = Math.sqrt(1 - Math.pow(SECOND, steps));
        float length = (float) (rate * correction / (1 - Math.pow(FIRST, steps)));
        float epsilon = (float) (EPSILON * correction);
        for (int i = 0; i < values.length; i++) {
            float m = kept * mean[i] + taken * gradient[i];
            float v = squareKept * square[i] + squareTaken * (gradient[i] * gradient[i]);
            mean[i] = m;
            square[i] = v;
            values[i] -= length * m / ((float) Math.sqrt(v) + epsilon);
        }
    }
}
