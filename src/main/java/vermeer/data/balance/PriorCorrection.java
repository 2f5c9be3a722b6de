package vermeer.data.balance;

import java.util.Arrays;
import java.util.List;

/**
 * Corrects probabilities of a network that learned other class frequencies than there are where it is used: each is multiplied by
 * the quotient of the frequencies, and all are scaled to the sum 1 (Saerens et al., 2002, equation 4).
 *
 * @param learned the frequencies that the network learned, one a class, above 0 where its probabilities can be
 * @param actual the frequencies where it is used
 */
public record PriorCorrection(List<Double> learned, List<Double> actual) {

    /** @throws IllegalArgumentException where the lists differ in length or hold negative numbers */
    public PriorCorrection {
        learned = List.copyOf(learned);
        actual = List.copyOf(actual);
        if (learned.size() != actual.size()
                || learned.stream().anyMatch(share -> !(share >= 0))
                || actual.stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException("frequencies are one number from 0 for each class");
        }
    }

    /** Undoes what balancing did to the frequencies of so many pictures of each class. */
    public static PriorCorrection undoing(Balancing balancing, int[] counts) {
        return new PriorCorrection(
                boxed(balancing.learnedFrequencies(counts)), boxed(Balancing.NONE.learnedFrequencies(counts)));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /** Corrected probabilities, which sum to 1; where nothing is left of them, as they came. */
    public double[] correct(double[] probabilities) {
        double[] corrected = new double[probabilities.length];
        double sum = 0;
        for (int label = 0; label < corrected.length; label++) {
            corrected[label] =
                    learned.get(label) > 0 ? probabilities[label] * actual.get(label) / learned.get(label) : 0;
            sum += corrected[label];
        }
        if (!(sum > 0)) {
            return probabilities.clone();
        }
        for (int label = 0; label < corrected.length; label++) {
            corrected[label] /= sum;
        }
        return corrected;
    }
}
