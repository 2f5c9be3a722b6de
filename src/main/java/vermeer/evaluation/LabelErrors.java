package vermeer.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels that are probably wrong, by confident learning (Northcutt, Jiang and Chuang 2021).
 *
 * <p>A class's threshold is the mean probability that the model gives it on the pictures that carry its label. A picture
 * counts towards the class whose threshold its probability reaches (of several, the most probable); where that is not its
 * label, the label is suspected. The probabilities must be out of sample: a network that has seen a wrong label in training
 * believes it. {@link CrossValidation} makes such probabilities from features.
 *
 * @param suspects the least believable label first
 * @param joint the confident joint: {@code [label][class it counts towards]}, pictures that reach no threshold left out
 */
public record LabelErrors(List<Suspect> suspects, int[][] joint) {

    /**
     * A picture whose label is suspected.
     *
     * @param picture its index
     * @param label the class that it carries
     * @param proposed the class that it counts towards
     * @param margin the probability of the label less that of the most probable other class, -1 to 0 mostly
     */
    public record Suspect(int picture, int label, int proposed, double margin) {}

    public LabelErrors {
        suspects = List.copyOf(suspects);
    }

    /** @param outOfSample probabilities by models that were not trained on the picture they judge */
    public static LabelErrors of(Predictions outOfSample) {
        double[] thresholds = thresholds(outOfSample);
        int classes = outOfSample.classes();
        int[][] joint = new int[classes][classes];
        List<Suspect> suspects = IntStream.range(0, outOfSample.size())
                .mapToObj(picture -> counted(outOfSample, picture, thresholds))
                .filter(counted -> counted.proposed() >= 0)
                .peek(counted -> joint[counted.label()][counted.proposed()]++)
                .filter(counted -> counted.proposed() != counted.label())
                .sorted(Comparator.comparingDouble(Suspect::margin).thenComparingInt(Suspect::picture))
                .toList();
        return new LabelErrors(suspects, joint);
    }

    /** All pictures, the least believable label first: those of the suspects and then those that nobody would suspect. */
    public static List<Integer> ranking(Predictions outOfSample) {
        double[] margins = IntStream.range(0, outOfSample.size())
                .mapToDouble(picture ->
                        margin(outOfSample.probabilities(picture), outOfSample.labels()[picture]))
                .toArray();
        return IntStream.range(0, margins.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(picture -> margins[picture])
                        .thenComparingInt(picture -> picture))
                .toList();
    }

    private static double[] thresholds(Predictions predictions) {
        double[] sums = new double[predictions.classes()];
        int[] pictures = new int[predictions.classes()];
        for (int i = 0; i < predictions.size(); i++) {
            int label = predictions.labels()[i];
            sums[label] += predictions.probabilities(i)[label];
            pictures[label]++;
        }
        // A class without a picture has no threshold that anything reaches.
        Arrays.setAll(sums, k -> pictures[k] == 0 ? Double.POSITIVE_INFINITY : sums[k] / pictures[k]);
        return sums;
    }

    private static Suspect counted(Predictions predictions, int picture, double... thresholds) {
        double[] probabilities = predictions.probabilities(picture);
        int label = predictions.labels()[picture];
        int counted = -1;
        for (int k = 0; k < probabilities.length; k++) {
            boolean reaches = probabilities[k] >= thresholds[k] - 1e-12;
            if (reaches && (counted < 0 || probabilities[k] > probabilities[counted])) {
                counted = k;
            }
        }
        return new Suspect(picture, label, counted, margin(probabilities, label));
    }

    private static double margin(double[] probabilities, int label) {
        double other = IntStream.range(0, probabilities.length)
                .filter(k -> k != label)
                .mapToDouble(k -> probabilities[k])
                .max()
                .orElse(0);
        return probabilities[label] - other;
    }
}
