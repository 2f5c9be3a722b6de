package vermeer.evaluation;

/**
 * Temperature scaling (Guo et al. 2017): the one number that logits are divided by so that confidence fits accuracy. It never
 * changes which class is the most probable.
 *
 * @param value above 1 where the model is too sure, below 1 where it is not sure enough
 * @param lossBefore the mean negative log-likelihood in nats without it
 * @param lossAfter the mean negative log-likelihood in nats with it
 */
public record Temperature(double value, double lossBefore, double lossAfter) {
    private static final double LOWEST = Math.log(0.05);
    private static final double HIGHEST = Math.log(20);
    private static final double PRECISION = 1e-7;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /**
     * The temperature from 0.05 to 20 with the smallest mean negative log-likelihood, by golden section. Fit it on pictures that
     * neither training nor the final measure uses, best dev.
     */
    public static Temperature fit(Predictions predictions) {
        if (predictions.size() == 0) {
            throw new IllegalArgumentException("a temperature needs pictures");
        }
        double low = LOWEST;
        double high = HIGHEST;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = loss(predictions, Math.exp(left));
        double atRight = loss(predictions, Math.exp(right));
        while (high - low > PRECISION) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = loss(predictions, Math.exp(left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = loss(predictions, Math.exp(right));
            }
        }
        double value = Math.exp((low + high) / 2);
        return new Temperature(value, loss(predictions, 1), loss(predictions, value));
    }

    private static double loss(Predictions predictions, double temperature) {
        double sum = 0;
        for (int i = 0; i < predictions.size(); i++) {
            double[] logits = predictions.logits()[i];
            double best = Double.NEGATIVE_INFINITY;
            for (double logit : logits) {
                best = Math.max(best, logit);
            }
            double exponentials = 0;
            for (double logit : logits) {
                exponentials += Math.exp((logit - best) / temperature);
            }
            sum += Math.log(exponentials) - (logits[predictions.labels()[i]] - best) / temperature;
        }
        return sum / predictions.size();
    }
}
