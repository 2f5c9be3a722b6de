package vermeer.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Out-of-sample predictions for every picture: each is judged by a {@link SoftmaxRegression} on features that was fitted to the
 * other folds. Every class is spread over the folds evenly.
 *
 * @param folds at least 2
 * @param seed the same seed, the same folds
 */
public record CrossValidation(int folds, long seed, SoftmaxRegression regression) {

    public CrossValidation {
        if (folds < 2) {
            throw new IllegalArgumentException("cross-validation needs 2 folds or more, not " + folds);
        }
    }

    /** Five folds, seed 0, the usual penalty. */
    public CrossValidation() {
        this(5, 0, new SoftmaxRegression());
    }

    /**
     * @param features {@code [n, inputs]}
     * @param labels {@code [n]}
     */
    public Predictions predict(
            List<String> classNames, List<String> pictures, Tensor features, int[] labels, Progress progress)
            throws CancelledException {
        int classes = classNames.size();
        int[] fold = foldOf(labels, classes);
        double[][] logits = new double[labels.length][];
        for (int f = 0; f < folds; f++) {
            int current = f;
            int[] others = rows(labels.length, row -> fold[row] != current);
            int[] own = rows(labels.length, row -> fold[row] == current);
            if (own.length == 0) {
                continue;
            }
            LinearHead head = regression.fit(
                    features, others, labels, classes, progress.part((double) f / folds, (f + 1.0) / folds));
            for (int row : own) {
                logits[row] = head.logits(features, row);
            }
        }
        return new Predictions(classNames, pictures, labels, logits);
    }

    /** The fold of every picture. */
    int[] foldOf(int[] labels, int classes) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] fold = new int[labels.length];
        int next = 0;
        for (int k = 0; k < classes; k++) {
            int label = k;
            int[] members = rows(labels.length, row -> labels[row] == label);
            shuffle(members, random);
            for (int member : members) {
                fold[member] = next++ % folds;
            }
        }
        return fold;
    }

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    private static int[] rows(int count, java.util.function.IntPredicate chosen) {
        return IntStream.range(0, count).filter(chosen).toArray();
    }
}
