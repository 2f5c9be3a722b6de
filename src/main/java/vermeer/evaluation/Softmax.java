package vermeer.evaluation;

import java.util.Arrays;

/** Probabilities of logits, without overflow. */
final class Softmax {
    private Softmax() {}

    /** The probabilities of logits of one picture; a new array. */
    static double[] of(double[] logits) {
        double[] probabilities = logits.clone();
        inPlace(probabilities);
        return probabilities;
    }

    /** The probabilities of logits divided by a temperature; a new array. */
    static double[] of(double[] logits, double temperature) {
        double[] probabilities = logits.clone();
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] /= temperature;
        }
        inPlace(probabilities);
        return probabilities;
    }

    static void inPlace(double[] values) {
        double max = Arrays.stream(values).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(values[i] - max);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }

    /** The natural logarithm of one class's probability, exact where the probability itself would be 0. */
    static double logarithm(double[] logits, int index) {
        return logits[index] - logOfSum(logits);
    }

    /** {@code log(sum(exp(logits)))}. */
    static double logOfSum(double[] logits) {
        double max = Arrays.stream(logits).max().orElse(0);
        double sum = 0;
        for (double logit : logits) {
            sum += Math.exp(logit - max);
        }
        return max + Math.log(sum);
    }
}
