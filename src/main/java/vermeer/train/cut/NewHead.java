package vermeer.train.cut;

/**
 * The new dense layer: {@code logits = features x weights + bias}.
 *
 * @param inputs the number of features
 * @param classes the number of classes
 * @param weights {@code [inputs, classes]}, row-major
 * @param bias {@code [classes]}
 */
public record NewHead(int inputs, int classes, float[] weights, float[] bias) {
    /** The weights' name in every graph. */
    public static final String WEIGHTS = "tuned_head_weights";

    /** The bias' name in every graph. */
    public static final String BIAS = "tuned_head_bias";

    /** The name of the value that it writes. */
    public static final String LOGITS = "tuned_logits";

    /** @throws IllegalArgumentException where the numbers of values do not fit */
    public NewHead {
        if (weights.length != inputs * classes || bias.length != classes) {
            throw new IllegalArgumentException("a head of " + inputs + " x " + classes + " has " + weights.length
                    + " weights and " + bias.length + " biases");
        }
    }
}
