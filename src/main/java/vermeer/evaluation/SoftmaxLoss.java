package vermeer.evaluation;

/** The mean negative log-likelihood of a softmax of linear scores, with an L2 penalty on the weights. */
final class SoftmaxLoss implements Lbfgs.Function {
    private final float[][] features;
    private final int[] labels;
    private final int classes;
    private final int inputs;
    private final double penalty;

    SoftmaxLoss(float[][] features, int[] labels, int classes, double penalty) {
        this.features = features;
        this.labels = labels;
        this.classes = classes;
        this.inputs = features[0].length;
        this.penalty = penalty;
    }

    /** No weights; biases that give the classes' frequencies, as if each had been seen a thousandth time more. */
    double[] start() {
        double[] start = new double[classes * (inputs + 1)];
        double[] seen = new double[classes];
        for (int label : labels) {
            seen[label]++;
        }
        for (int k = 0; k < classes; k++) {
            start[classes * inputs + k] = Math.log((seen[k] + 1e-3) / labels.length);
        }
        return start;
    }

    @Override
    public double value(double[] at, double[] gradient) {
        java.util.Arrays.fill(gradient, 0);
        double loss = 0;
        double[] scores = new double[classes];
        for (int row = 0; row < labels.length; row++) {
            for (int k = 0; k < classes; k++) {
                scores[k] = at[classes * inputs + k] + dot(at, k * inputs, features[row]);
            }
            loss -= Softmax.logarithm(scores, labels[row]);
            Softmax.inPlace(scores);
            scores[labels[row]] -= 1;
            for (int k = 0; k < classes; k++) {
                add(scores[k] / labels.length, features[row], gradient, k * inputs);
                gradient[classes * inputs + k] += scores[k] / labels.length;
            }
        }
        double squares = 0;
        for (int i = 0; i < classes * inputs; i++) {
            squares += at[i] * at[i];
            gradient[i] += penalty * at[i];
        }
        return loss / labels.length + penalty / 2 * squares;
    }

    /** Four sums at once: one sum alone waits for each addition before the next. */
    private static double dot(double[] weights, int from, float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < row.length; i += 4) {
            a += weights[from + i] * row[i];
            b += weights[from + i + 1] * row[i + 1];
            c += weights[from + i + 2] * row[i + 2];
            d += weights[from + i + 3] * row[i + 3];
        }
        for (; i < row.length; i++) {
            a += weights[from + i] * row[i];
        }
        return a + b + (c + d);
    }

    private static void add(double factor, float[] row, double[] sum, int from) {
        for (int i = 0; i < row.length; i++) {
            sum[from + i] += factor * row[i];
        }
    }
}
