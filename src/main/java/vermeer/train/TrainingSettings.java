package vermeer.train;

import vermeer.data.balance.Balancing;
import vermeer.setting.Help;
import vermeer.setting.Range;

/** What a user may choose about a training run besides data, network and cut. */
public record TrainingSettings(
        @Range(min = 1, max = 10_000) @Help("How often every training picture is used.") int epochs,
        @Range(min = 0, max = 10_000)
                @Help(
                        value = "How often every picture with a weak label is used before the others, where training"
                                + " has two stages; 0 for as often.",
                        unit = "epochs")
                int weakEpochs,
        @Range(min = 1, max = 1_024) @Help(value = "Pictures in one step.", unit = "pictures") int batch,
        @Help("How gradients change the weights.") Optimiser optimiser,
        @Range(min = 1e-7, max = 10) @Help("The head's learning rate at its highest.") double learningRate,
        @Help("How the learning rate changes over the run.") Schedule schedule,
        @Range(min = 0, max = 1)
                @Help("The learning rate of the retrained layer nearest to the head, as a share of the head's.")
                double tailRate,
        @Range(min = 0, max = 1) @Help("What every layer or block further down multiplies its learning rate by.")
                double depthFactor,
        @Range(min = 0, max = 1) @Help("How strongly weights are drawn to 0; biases are not.") double weightDecay,
        @Range(min = 0, max = 0.5) @Help("The probability that the target spreads over all classes.")
                double labelSmoothing,
        @Range(min = 0, max = 0.95) @Help("The share of features dropped at random before the head.") double dropout,
        @Help("What is done about classes of unequal size.") Balancing balancing,
        @Help("What the new head starts from.") HeadStart headStart,
        @Range(min = 0, max = 1_000)
                @Help(
                        value = "Every so many epochs one more layer or block is unfrozen; 0 for all at once.",
                        unit = "epochs")
                int unfreezeEvery,
        @Help("The measure that says which epoch is the best.") Monitor monitor,
        @Range(min = 0, max = 10_000)
                @Help(value = "Stops when the measure has not improved for so long; 0 for never.", unit = "epochs")
                int patience,
        @Help("Decides everything that is drawn by chance.") long seed) {

    /** What does well with a few hundred pictures. */
    public TrainingSettings() {
        this(
                20,
                0,
                16,
                Optimiser.ADAMW,
                1e-3,
                Schedule.ONE_CYCLE,
                0.03,
                0.8,
                0.01,
                0,
                0,
                Balancing.NONE,
                HeadStart.AUTO,
                0,
                Monitor.ACCURACY,
                0,
                0);
    }

    /**
     * The learning rate of a group at its highest.
     *
     * @param depth 0 for the head, 1 for the group nearest to it, and so on
     */
    public double rate(int depth) {
        return depth == 0 ? learningRate : learningRate * tailRate * StrictMath.pow(depthFactor, depth - 1);
    }
}
