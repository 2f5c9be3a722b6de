package vermeer.evaluation;

import java.util.Arrays;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Multinomial logistic regression with an L2 penalty on the weights, not on the biases, fitted to convergence by L-BFGS. The
 * result depends on nothing but its input: no seed, no mini-batches.
 *
 * <p>Features are centred and divided by one number, the root mean square of their distance from the mean, so that a penalty
 * means the same for every network. Minimised is the mean negative log-likelihood in nats plus {@code penalty / 2} times the
 * squared norm of the weights of those scaled features.
 *
 * @param penalty at least 0
 */
public record SoftmaxRegression(double penalty) {
    private static final int MOST_STEPS = 200;
    private static final double FLAT = 1e-6;

    /** Of 0.0001 to 1 the penalty that did well both at answering and at finding wrong labels, on MobileNetV2's features. */
    public static final double USUAL_PENALTY = 3e-3;

    public SoftmaxRegression {
        if (!(penalty >= 0)) {
            throw new IllegalArgumentException("a penalty is at least 0, not " + penalty);
        }
    }

    public SoftmaxRegression() {
        this(USUAL_PENALTY);
    }

    /** Fits all rows; see {@link #fit(Tensor, int[], int[], int, Progress)}. */
    public LinearHead fit(Tensor features, int[] labels, int classes, Progress progress) throws CancelledException {
        int[] rows = new int[features.batch()];
        Arrays.setAll(rows, i -> i);
        return fit(features, rows, labels, classes, progress);
    }

    /**
     * Fits some of the rows. A class without a row gets a very negative bias, and so almost no probability.
     *
     * @param features {@code [n, inputs]}
     * @param rows the rows to learn from, at least one
     * @param labels of all rows, {@code [n]}, each from 0 to {@code classes - 1}
     */
    public LinearHead fit(Tensor features, int[] rows, int[] labels, int classes, Progress progress)
            throws CancelledException {
        if (rows.length == 0) {
            throw new IllegalArgumentException("there is nothing to learn from");
        }
        Scaling scaling = Scaling.of(features, rows);
        int[] chosen = new int[rows.length];
        Arrays.setAll(chosen, i -> labels[rows[i]]);
        SoftmaxLoss loss = new SoftmaxLoss(scaling.scaled(features, rows), chosen, classes, penalty);
        double[] found = new Lbfgs(MOST_STEPS, FLAT).minimise(loss, loss.start(), progress);
        return scaling.unscaled(found, classes);
    }

    /** How features are centred and scaled before fitting. */
    private record Scaling(double[] mean, double spread) {

        static Scaling of(Tensor features, int[] rows) {
            int inputs = features.itemSize();
            float[] values = features.data();
            double[] mean = new double[inputs];
            for (int row : rows) {
                for (int i = 0; i < inputs; i++) {
                    mean[i] += values[row * inputs + i];
                }
            }
            for (int i = 0; i < inputs; i++) {
                mean[i] /= rows.length;
            }
            double sum = 0;
            for (int row : rows) {
                for (int i = 0; i < inputs; i++) {
                    double away = values[row * inputs + i] - mean[i];
                    sum += away * away;
                }
            }
            double spread = Math.sqrt(sum / rows.length);
            return new Scaling(mean, spread > 0 ? spread : 1);
        }

        float[][] scaled(Tensor features, int[] rows) {
            int inputs = mean.length;
            float[][] scaled = new float[rows.length][inputs];
            for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < inputs; i++) {
                    scaled[r][i] = (float) ((features.data()[rows[r] * inputs + i] - mean[i]) / spread);
                }
            }
            return scaled;
        }

        /**
         * The head for features as they are. Only differences of biases matter; their mean is made 0.
         *
         * @param found weights {@code [classes][inputs]}, then biases {@code [classes]}
         */
        LinearHead unscaled(double[] found, int classes) {
            int inputs = mean.length;
            double level = Arrays.stream(found, classes * inputs, found.length).sum() / classes;
            float[] weights = new float[classes * inputs];
            float[] biases = new float[classes];
            for (int k = 0; k < classes; k++) {
                double bias = found[classes * inputs + k] - level;
                for (int i = 0; i < inputs; i++) {
                    double weight = found[k * inputs + i] / spread;
                    weights[k * inputs + i] = (float) weight;
                    bias -= weight * mean[i];
                }
                biases[k] = (float) bias;
            }
            return new LinearHead(new Tensor(new int[] {classes, inputs}, weights), biases);
        }
    }
}
