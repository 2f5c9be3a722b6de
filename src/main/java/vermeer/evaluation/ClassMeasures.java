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
            Predictions predictions, ConfusionMatrix confusion, int[] predicted, int index, Bootstrap bootstrap) {
        int size = predictions.size();
        boolean[] positive = new boolean[size];
        double[] scores = new double[size];
        for (int i = 0; i < size; i++) {
            positive[i] = predictions.labels()[i] == index;
            scores[i] = predictions.probabilities(i)[index];
        }
        RankedScores ranked = new RankedScores(scores, positive);
        boolean there = confusion.pictures(index) > 0;
        return new ClassMeasures(
                predictions.classNames().get(index),
                confusion.pictures(index),
                confusion.precision(index),
                confusion.recall(index),
                bootstrap.of(size, drawn -> f1(positive, predicted, index, drawn)),
                there ? bootstrap.of(size, ranked::rocArea) : Interval.unknown(),
                there ? bootstrap.of(size, ranked::averagePrecision) : Interval.unknown());
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
