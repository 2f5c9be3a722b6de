package vermeer.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each class.
 *
 * @param classNames one a class
 * @param counts {@code [true class][predicted class]}
 */
public record ConfusionMatrix(List<String> classNames, int[][] counts) {

    public ConfusionMatrix {
        classNames = List.copyOf(classNames);
    }

    /** What was predicted, the most probable class of each picture. */
    public static ConfusionMatrix of(Predictions predictions) {
        int[] decisions = IntStream.range(0, predictions.size())
                .map(predictions::predicted)
                .toArray();
        return of(predictions.classNames(), predictions.labels(), decisions);
    }

    /** What was decided, by whatever rule. */
    public static ConfusionMatrix of(List<String> classNames, int[] labels, int... decisions) {
        int[][] counts = new int[classNames.size()][classNames.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][decisions[i]]++;
        }
        return new ConfusionMatrix(classNames, counts);
    }

    public int classes() {
        return classNames.size();
    }

    /** The number of pictures. */
    public int total() {
        return IntStream.range(0, classes()).map(this::pictures).sum();
    }

    /** The number of pictures of a class. */
    public int pictures(int trueClass) {
        return IntStream.of(counts[trueClass]).sum();
    }

    /** How often a class was predicted. */
    public int predictions(int predictedClass) {
        return IntStream.range(0, classes())
                .map(row -> counts[row][predictedClass])
                .sum();
    }

    /** The number of right answers. */
    public int correct() {
        return IntStream.range(0, classes()).map(k -> counts[k][k]).sum();
    }

    /** The share of a true class that was taken for a predicted class; unknown where the class has no picture. */
    public Interval rate(int trueClass, int predictedClass) {
        return Interval.wilson(counts[trueClass][predictedClass], pictures(trueClass));
    }

    public Interval accuracy() {
        return Interval.wilson(correct(), total());
    }

    /** Of the predictions of a class, the share that was right. */
    public Interval precision(int predictedClass) {
        return Interval.wilson(counts[predictedClass][predictedClass], predictions(predictedClass));
    }

    /** Of the pictures of a class, the share that was found. */
    public Interval recall(int trueClass) {
        return rate(trueClass, trueClass);
    }

    /** The harmonic mean of precision and recall; NaN where a class was neither there nor predicted. */
    public double f1(int index) {
        int sum = pictures(index) + predictions(index);
        return sum == 0 ? Double.NaN : 2.0 * counts[index][index] / sum;
    }

    /** The mean of the classes' recalls, of those that have pictures; NaN where none has. */
    public double balancedAccuracy() {
        return IntStream.range(0, classes())
                .filter(k -> pictures(k) > 0)
                .mapToDouble(k -> (double) counts[k][k] / pictures(k))
                .average()
                .orElse(Double.NaN);
    }

    /** The mean of the classes' F1, of those that have pictures; NaN where none has. */
    public double macroF1() {
        return IntStream.range(0, classes())
                .filter(k -> pictures(k) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(Double.NaN);
    }

    /** Indices of the pictures of one cell, the largest loss first. */
    public static List<Integer> cell(Predictions predictions, int trueClass, int predictedClass) {
        return IntStream.range(0, predictions.size())
                .filter(i -> predictions.labels()[i] == trueClass && predictions.predicted(i) == predictedClass)
                .boxed()
                .sorted(TopLosses.byLoss(predictions))
                .toList();
    }
}
