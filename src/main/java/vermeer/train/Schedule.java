package vermeer.train;

/** How the learning rate changes over a run. */
public enum Schedule {
    /** Always the same. */
    CONSTANT {
        @Override
        public double factor(double done) {
            return 1;
        }
    },
    /** Up from 1/25 in the first quarter, then down to almost nothing, both along a cosine (Smith 2018). */
    ONE_CYCLE {
        @Override
        public double factor(double done) {
            return done < WARM ? between(START, 1, done / WARM) : between(1, END, (done - WARM) / (1 - WARM));
        }
    };

    private static final double WARM = 0.25;
    private static final double START = 1.0 / 25;
    private static final double END = 1e-5;

    /**
     * The factor of the learning rate.
     *
     * @param done the share of all steps that is done, from 0 to 1
     */
    public abstract double factor(double done);

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + StrictMath.cos(Math.PI * share)) / 2;
    }
}
