package vermeer.evaluation;

import java.util.Arrays;
import java.util.stream.IntStream;
import vermeer.data.balance.ClassMap;

/** Answers under classes that are taken together or left out after the network has answered. */
public final class MappedAnswers {
    private MappedAnswers() {}

    /**
     * The answers with mapped probabilities and labels; pictures of classes that are left out are not among them.
     *
     * @param map from the answers' classes
     */
    public static Answers of(Answers answers, ClassMap map) {
        if (map.identity()) {
            return answers;
        }
        int[] left = IntStream.range(0, answers.size())
                .filter(i -> map.places().get(answers.predictions().labels()[i]) >= 0)
                .toArray();
        Answers kept = answers.subset(left);
        Predictions own = kept.predictions();
        int[] labels =
                IntStream.of(own.labels()).map(label -> map.places().get(label)).toArray();
        double[][] logits =
                Arrays.stream(own.logits()).map(row -> logits(row, map)).toArray(double[][]::new);
        return new Answers(
                IntStream.range(0, labels.length)
                        .mapToObj(i -> kept.pictures().get(i).withLabel(labels[i]))
                        .toList(),
                new Predictions(map.to(), own.pictures(), labels, logits),
                kept.features(),
                kept.facts(),
                answers.unread());
    }

    /** Logits whose softmax is what the map makes of these logits' softmax: {@code log(sum(exp(.)))} of those taken together. */
    public static double[] logits(double[] logits, ClassMap map) {
        double highest = Arrays.stream(logits).max().orElse(0);
        double[] sums = new double[map.to().size()];
        for (int k = 0; k < logits.length; k++) {
            if (map.places().get(k) >= 0) {
                sums[map.places().get(k)] += Math.exp(logits[k] - highest);
            }
        }
        return Arrays.stream(sums)
                .map(sum -> highest + Math.log(Math.max(sum, Double.MIN_NORMAL)))
                .toArray();
    }

    /** For each class that is left, the network's class of the first one that it stands for. */
    public static int[] first(int[] networkClasses, ClassMap map) {
        return IntStream.range(0, map.to().size())
                .map(place -> networkClasses[map.places().indexOf(place)])
                .toArray();
    }
}
