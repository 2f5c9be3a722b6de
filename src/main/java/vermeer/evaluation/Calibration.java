package vermeer.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidence is deserved: of the answers given with 80 %, are 80 % right? The bins of a reliability diagram, equally
 * wide, each from its lower end (exclusive) to its upper end (Guo et al. 2017, On Calibration of Modern Neural Networks).
 *
 * @param bins lowest confidence first, empty ones too
 */
public record Calibration(List<Bin> bins) {
    /** The usual number of bins. */
    public static final int BINS = 10;

    /**
     * @param confidence the mean confidence of the answers in it; NaN where there are none
     * @param accuracy the share of right answers
     */
    public record Bin(double from, double to, int pictures, double confidence, Interval accuracy) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** Of the most probable class of every picture. */
    public static Calibration of(Predictions predictions, int bins) {
        int[] pictures = new int[bins];
        int[] right = new int[bins];
        double[] confidence = new double[bins];
        for (int i = 0; i < predictions.size(); i++) {
            double sure = predictions.confidence(i);
            int bin = bin(sure, bins);
            pictures[bin]++;
            right[bin] += predictions.correct(i) ? 1 : 0;
            confidence[bin] += sure;
        }
        List<Bin> made = new ArrayList<>();
        for (int b = 0; b < bins; b++) {
            double mean = pictures[b] == 0 ? Double.NaN : confidence[b] / pictures[b];
            made.add(new Bin(
                    (double) b / bins, (b + 1.0) / bins, pictures[b], mean, Interval.wilson(right[b], pictures[b])));
        }
        return new Calibration(made);
    }

    static int bin(double confidence, int bins) {
        return Math.max(0, Math.min(bins - 1, (int) Math.ceil(confidence * bins) - 1));
    }

    /** The expected calibration error: the mean distance between confidence and accuracy, weighted by pictures. */
    public double expectedError() {
        int all = bins.stream().mapToInt(Bin::pictures).sum();
        double sum = bins.stream()
                .filter(bin -> bin.pictures() > 0)
                .mapToDouble(bin -> bin.pictures() * Math.abs(bin.accuracy().value() - bin.confidence()))
                .sum();
        return all == 0 ? Double.NaN : sum / all;
    }

    /** Mean confidence less accuracy: above 0 where the model is surer than it should be. */
    public double overconfidence() {
        int all = bins.stream().mapToInt(Bin::pictures).sum();
        double sum = bins.stream()
                .filter(bin -> bin.pictures() > 0)
                .mapToDouble(bin ->
                        bin.pictures() * (bin.confidence() - bin.accuracy().value()))
                .sum();
        return all == 0 ? Double.NaN : sum / all;
    }
}
