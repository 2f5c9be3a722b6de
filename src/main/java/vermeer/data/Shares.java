package vermeer.data;

/**
 * How much of the pictures is held out; the rest is for training.
 *
 * @param trainDev share of the pictures of the training distribution, 0 to 0.5
 * @param dev share of the pictures of the target distribution, 0 to 0.5
 * @param test share of the pictures of the target distribution, 0 to 0.5
 */
public record Shares(double trainDev, double dev, double test) {

    /** @throws IllegalArgumentException where a share is out of range; the message is a clause */
    public Shares {
        check("train-dev", trainDev);
        check("dev", dev);
        check("test", test);
        if (trainDev + dev + test > 0.9) {
            throw new IllegalArgumentException("at least a tenth of the pictures must be left to train on");
        }
    }

    /** None for train-dev, 15 % each for dev and test. */
    public Shares() {
        this(0, 0.15, 0.15);
    }

    private static void check(String name, double share) {
        if (!(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException("the share of " + name + " must be 0 to 50 %, not " + share * 100);
        }
    }
}
