package vermeer.train;

import java.util.List;

/**
 * What one epoch came to; a line of the run's events.
 *
 * @param epoch from 1 on
 * @param epochs how many are planned
 * @param learningRate the head's, at the end of the epoch
 * @param trainedGroups how many layers or blocks besides the head were trained
 * @param train while training: with dropout and mixing, weights changing
 * @param trainDev empty measures where there is no such split
 * @param dev empty measures where there is no such split
 * @param best whether it is the best epoch so far
 * @param picturesPerSecond trained on in this epoch, evaluation included
 * @param secondsLeft expected for the epochs that remain
 * @param stage what is learned from in this epoch; empty where a run has one stage
 */
public record EpochReport(
        int epoch,
        int epochs,
        double learningRate,
        int trainedGroups,
        Measured train,
        Measured trainDev,
        Measured dev,
        boolean best,
        double picturesPerSecond,
        double secondsLeft,
        String stage) {

    public EpochReport {
        stage = stage == null ? "" : stage;
    }

    /**
     * Measures on one split.
     *
     * @param pictures how many it has; 0 where there is none, and then nothing else counts
     * @param loss the mean cross-entropy in nats
     * @param accuracy from 0 to 1
     * @param recalls by class; NaN (null in files) for a class without pictures
     */
    public record Measured(int pictures, double loss, double accuracy, List<Double> recalls) {

        public Measured {
            recalls = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(recalls));
        }

        /** Of no pictures. */
        public static Measured none() {
            return new Measured(0, 0, 0, List.of());
        }

        /** The mean of the recalls of the classes that have pictures. */
        public double balancedAccuracy() {
            return recalls.stream()
                    .filter(recall -> recall != null && !recall.isNaN())
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }
    }
}
