package vermeer.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import vermeer.evaluation.LinearHead;
import vermeer.evaluation.SoftmaxRegression;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * Learning curves from cached features: heads are fitted to nested subsets of the pictures, again and again with other subsets.
 *
 * @param repeats how often, at least 2
 * @param seed the same seed, the same curve
 */
public record LearningCurves(int repeats, long seed) {
    /** The fewest pictures of every class that a curve can be made of. */
    public static final int FEWEST = 10;

    private static final int SMALLEST = 4;
    private static final int FIFTH = 5;

    public LearningCurves() {
        this(8, 0);
    }

    /**
     * @param features {@code [n, inputs]}
     * @param labels {@code [n]}, from 0 to {@code classes - 1}
     * @param train rows to learn from, {@value #FEWEST} of every class at least
     * @param judged rows to judge on; where there are none, every repeat holds a fifth of {@code train} back
     * @throws IllegalArgumentException where a class has too few pictures; the message is a sentence for the user
     * @apiNote Takes seconds.
     */
    public LearningCurve of(Tensor features, int[] labels, int classes, int[] train, int[] judged, Progress progress)
            throws CancelledException {
        int[] counts = new int[classes];
        IntStream.of(train).forEach(row -> counts[labels[row]]++);
        int fewest = IntStream.of(counts).min().orElse(0);
        if (classes < 2 || fewest < FEWEST) {
            throw new IllegalArgumentException("A learning curve needs two classes and " + FEWEST
                    + " pictures to learn from in each; the smallest has " + fewest + ".");
        }
        int most = IntStream.of(counts).max().orElse(0);
        int[] sizes = sizes(judged.length == 0 ? most - most / FIFTH : most);
        Trials trials = new Trials(sizes.length, repeats, labels.length);
        for (int repeat = 0; repeat < repeats; repeat++) {
            SplittableRandom random = new SplittableRandom(seed + repeat);
            int[][] byClass = shuffled(labels, classes, train, random);
            int[] held = judged.length > 0 ? judged : held(byClass);
            for (int size = 0; size < sizes.length; size++) {
                double share = (repeat * sizes.length + size) / (double) (repeats * sizes.length);
                Progress part = progress.part(share, share + 1.0 / (repeats * sizes.length));
                int[] rows = rows(byClass, sizes[size], judged.length == 0);
                LinearHead head = new SoftmaxRegression().fit(features, rows, labels, classes, part);
                trials.add(size, repeat, features, labels, head, rows, held);
            }
        }
        return trials.curve(classes, seed);
    }

    /** Doubling sizes from {@value #SMALLEST} to all there are. */
    static int[] sizes(int most) {
        TreeSet<Integer> sizes = new TreeSet<>();
        for (double size = most; size >= SMALLEST; size /= 2) {
            sizes.add((int) Math.round(size));
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[][] shuffled(int[] labels, int classes, int[] train, SplittableRandom random) {
        int[][] byClass = new int[classes][];
        for (int k = 0; k < classes; k++) {
            int label = k;
            int[] members =
                    IntStream.of(train).filter(row -> labels[row] == label).toArray();
            for (int i = members.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = members[i];
                members[i] = members[j];
                members[j] = swapped;
            }
            byClass[k] = members;
        }
        return byClass;
    }

    /** The last fifth of every class, at least one picture. */
    private static int[] held(int[][] byClass) {
        return Arrays.stream(byClass)
                .flatMapToInt(members -> Arrays.stream(members, kept(members), members.length))
                .toArray();
    }

    private static int kept(int... members) {
        return members.length - Math.max(1, members.length / FIFTH);
    }

    private static int[] rows(int[][] byClass, int size, boolean withoutHeld) {
        List<Integer> rows = new ArrayList<>();
        for (int[] members : byClass) {
            int end = Math.min(size, withoutHeld ? kept(members) : members.length);
            Arrays.stream(members, 0, end).forEach(rows::add);
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
