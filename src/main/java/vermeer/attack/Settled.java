package vermeer.attack;

/** The words for settings that several attacks share. */
final class Settled {
    static final String EPSILON =
            "How large the change may be, in 8-bit levels; below 0.5 it vanishes when the picture is saved.";
    static final String NORM = "Whether epsilon bounds the largest change (l-inf) or the root mean square change (l2).";
    static final String SPACE = "What is changed: the original picture, rounded to 8 bits, or the network's input.";
    static final String SEED = "Seed of the random numbers.";
    static final String ALL_STEPS =
            "Whether to go on after success, so that the wrong answer gets as sure as possible.";

    private Settled() {}
}
