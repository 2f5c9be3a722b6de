package vermeer.evaluation;

import vermeer.tensor.Tensor;

/**
 * A last layer: logits that are linear in features.
 *
 * @param weights {@code [classes, inputs]}
 * @param biases {@code [classes]}
 */
public record LinearHead(Tensor weights, float[] biases) {

    public LinearHead {
        if (weights.batch() != biases.length) {
            throw new IllegalArgumentException(weights.batch() + " classes need as many biases, not " + biases.length);
        }
    }

    public int classes() {
        return biases.length;
    }

    /** The number of features that it reads. */
    public int inputs() {
        return weights.itemSize();
    }

    /** The number of values to learn: {@code (inputs + 1) * classes}. */
    public long parameters() {
        return (inputs() + 1L) * classes();
    }

    /**
     * The logits of one row of features.
     *
     * @param features {@code [n, inputs]}
     */
    public double[] logits(Tensor features, int row) {
        int inputs = inputs();
        double[] logits = new double[classes()];
        for (int k = 0; k < logits.length; k++) {
            double sum = biases[k];
            for (int i = 0; i < inputs; i++) {
                sum += (double) weights.data()[k * inputs + i] * features.data()[row * inputs + i];
            }
            logits[k] = sum;
        }
        return logits;
    }

    /** The most probable class of one row of features; the first of equals. */
    public int predicted(Tensor features, int row) {
        return Predictions.largest(logits(features, row));
    }
}
