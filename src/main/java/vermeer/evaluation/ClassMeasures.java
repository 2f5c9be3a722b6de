package vermeer.evaluation;

/**
 * The measures of one class against the rest, each with its 95 % interval.
 *
 * @param name the class
 * @param pictures how many it has
 * @param precision of the answers that named it, the share that was right
 * @param recall of its pictures, the share that was found
 * @param f1 their harmonic mean
 * @param rocArea the area under its ROC curve
 * @param averagePrecision the area under its precision-recall curve
 */
public record ClassMeasures(
        String name,
        int pictures,
        Interval precision,
        Interval recall,
        Interval f1,
        Interval rocArea,
        Interval averagePrecision) {

    static ClassMeasures of(
            Predictions predictions,
            ConfusionMatrix confusion,
            int[] predicted,
            int index,
            ClassAreas areas,
            Bootstrap bootstrap) {
        boolean[] positive = positive(predictions, index);
        return new ClassMeasures(
                predictions.classNames().get(index),
                confusion.pictures(index),
                confusion.precision(index),
                confusion.recall(index),
                bootstrap.of(predictions.size(), drawn -> f1(positive, predicted, index, drawn)),
                areas.roc(),
                areas.precision());
    }

    /** Which pictures are of a class. */
    static boolean[] positive(Predictions predictions, int index) {
        boolean[] positive = new boolean[predictions.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = predictions.labels()[i] == index;
        }
        return positive;
    }

    private static double f1(boolean[] positive, int[] predicted, int index, int... drawn) {
        int both = 0;
        int sum = 0;
        for (int i : drawn) {
            both += positive[i] && predicted[i] == index ? 1 : 0;
            sum += (positive[i] ? 1 : 0) + (predicted[i] == index ? 1 : 0);
        }
        return sum == 0 ? Double.NaN : 2.0 * both / sum;
    }
}
