package vermeer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The usual measures of predictions, each with its 95 % interval.
 *
 * @param pictures how many there are
 * @param accuracy the share of right answers
 * @param topFive the share whose true class is among the five most probable; unknown for ten classes or fewer
 * @param balancedAccuracy the mean of the classes' recalls
 * @param macroF1 the mean of the F1 of the classes that have pictures
 * @param loss the mean cross-entropy in nats
 * @param brier the mean squared distance of the probabilities from the truth, 0 to 2 (Brier 1950)
 * @param calibrationError the expected calibration error, {@value Calibration#BINS} bins
 * @param macroRocArea the mean of the classes' ROC areas
 * @param macroAveragePrecision the mean of the classes' average precisions
 * @param perClass one for every class that was there or was predicted, in the order of the classes
 */
public record Measures(
        int pictures,
        Interval accuracy,
        Interval topFive,
        Interval balancedAccuracy,
        Interval macroF1,
        Interval loss,
        Interval brier,
        Interval calibrationError,
        Interval macroRocArea,
        Interval macroAveragePrecision,
        List<ClassMeasures> perClass) {
    private static final int FEW_CLASSES = 10;

    public Measures {
        perClass = List.copyOf(perClass);
    }

    /** Everything at once. */
    public static Measures of(Predictions predictions, Bootstrap bootstrap) {
        ConfusionMatrix confusion = ConfusionMatrix.of(predictions);
        int size = predictions.size();
        double[] losses = each(size, predictions::loss);
        double[] briers = each(size, picture -> brier(predictions, picture));
        int[] predicted = IntStream.range(0, size).map(predictions::predicted).toArray();
        double[] confidence = each(size, predictions::confidence);
        int[] seen = IntStream.range(0, predictions.classes())
                .filter(k -> confusion.pictures(k) + confusion.predictions(k) > 0)
                .toArray();
        List<ClassMeasures> perClass = new ArrayList<>();
        List<ClassAreas> areas = new ArrayList<>();
        for (int k : seen) {
            areas.add(ClassAreas.of(predictions.scores(k), ClassMeasures.positive(predictions, k), bootstrap));
            perClass.add(
                    ClassMeasures.of(predictions, confusion, predicted, k, areas.get(areas.size() - 1), bootstrap));
        }
        SeenClasses table = SeenClasses.of(predictions, predicted, seen);
        return new Measures(
                size,
                confusion.accuracy(),
                topFive(predictions),
                bootstrap.of(size, drawn -> table.drawn(drawn).balancedAccuracy()),
                bootstrap.of(size, drawn -> table.drawn(drawn).macroF1()),
                bootstrap.of(size, drawn -> mean(losses, drawn)),
                bootstrap.of(size, drawn -> mean(briers, drawn)),
                bootstrap.of(size, drawn -> expectedError(predictions, predicted, confidence, drawn)),
                ClassAreas.macroRoc(areas),
                ClassAreas.macroPrecision(areas),
                perClass);
    }

    private static Interval topFive(Predictions predictions) {
        if (predictions.classes() <= FEW_CLASSES) {
            return Interval.unknown();
        }
        int hits = (int) IntStream.range(0, predictions.size())
                .filter(i -> {
                    double[] logits = predictions.logits()[i];
                    double own = logits[predictions.labels()[i]];
                    return IntStream.range(0, logits.length)
                                    .filter(k -> logits[k] > own)
                                    .count()
                            < 5;
                })
                .count();
        return Interval.wilson(hits, predictions.size());
    }

    /** The squared distance of a picture's probabilities from the truth. */
    private static double brier(Predictions predictions, int picture) {
        double[] probabilities = predictions.probabilities(picture);
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double away = probabilities[k] - (predictions.labels()[picture] == k ? 1 : 0);
            sum += away * away;
        }
        return sum;
    }

    /** Labels and answers among the classes that occur: of a thousand classes mostly few do. */
    private record SeenClasses(List<String> names, int[] labels, int[] predicted) {

        static SeenClasses of(Predictions predictions, int[] predicted, int... seen) {
            int[] place = new int[predictions.classes()];
            for (int i = 0; i < seen.length; i++) {
                place[seen[i]] = i;
            }
            return new SeenClasses(
                    IntStream.of(seen)
                            .mapToObj(k -> predictions.classNames().get(k))
                            .toList(),
                    IntStream.of(predictions.labels()).map(k -> place[k]).toArray(),
                    IntStream.of(predicted).map(k -> place[k]).toArray());
        }

        ConfusionMatrix drawn(int... drawn) {
            int[][] counts = new int[names.size()][names.size()];
            for (int i : drawn) {
                counts[labels[i]][predicted[i]]++;
            }
            return new ConfusionMatrix(names, counts);
        }
    }

    private static double expectedError(Predictions predictions, int[] predicted, double[] confidence, int... drawn) {
        double[] gap = new double[Calibration.BINS];
        for (int i : drawn) {
            gap[Calibration.bin(confidence[i], gap.length)] +=
                    confidence[i] - (predicted[i] == predictions.labels()[i] ? 1 : 0);
        }
        double sum = 0;
        for (double bin : gap) {
            sum += Math.abs(bin);
        }
        return sum / drawn.length;
    }

    private static double[] each(int size, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    private static double mean(double[] values, int... drawn) {
        double sum = 0;
        for (int i : drawn) {
            sum += values[i];
        }
        return sum / drawn.length;
    }
}
