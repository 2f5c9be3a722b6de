package vermeer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * How well wrong labels are found: a twentieth of the labels is flipped to another class on purpose, and the suspects are counted.
 *
 * @param flipped how many labels were flipped
 * @param precision of the ranking of all pictures, where three fifths of the flipped ones are found
 * @param listed the share of flipped ones among the sure suspects; NaN where none is suspected
 * @param found the share of the flipped ones that are among the sure suspects
 */
public record FlippedLabels(int flipped, double precision, double listed, double found) {
    private static final int ONE_IN = 20;
    private static final double RECALL = 0.6;
    private static final int FOLDS = 5;

    /**
     * Flips, judges by heads that did not learn from a picture, and counts.
     *
     * @param names of the pictures
     * @param features {@code [n, inputs]}, n at least 20
     * @param labels the right ones, {@code [n]}
     * @param seed which labels are flipped, and to what
     */
    public static FlippedLabels of(
            List<String> classes, List<String> names, Tensor features, int[] labels, long seed, Progress progress)
            throws CancelledException {
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, labels.length).boxed().toList());
        Random random = new Random(seed);
        Collections.shuffle(all, random);
        Set<Integer> flipped = new HashSet<>(all.subList(0, labels.length / ONE_IN));
        int[] given = labels.clone();
        flipped.stream()
                .sorted()
                .forEach(i -> given[i] = (given[i] + 1 + random.nextInt(classes.size() - 1)) % classes.size());
        Predictions judged = new CrossValidation(FOLDS, seed, new SoftmaxRegression())
                .predict(classes, names, features, given, progress);
        List<LabelErrors.Suspect> suspects = LabelErrors.of(judged).suspects();
        long hits = suspects.stream()
                .filter(each -> flipped.contains(each.picture()))
                .count();
        return new FlippedLabels(
                flipped.size(),
                precision(LabelErrors.ranking(judged), flipped),
                (double) hits / suspects.size(),
                (double) hits / flipped.size());
    }

    private static double precision(List<Integer> ranking, Set<Integer> flipped) {
        int wanted = (int) Math.ceil(RECALL * flipped.size());
        int seen = 0;
        for (int found = 0; found < wanted; seen++) {
            found += flipped.contains(ranking.get(seen)) ? 1 : 0;
        }
        return (double) wanted / seen;
    }
}
