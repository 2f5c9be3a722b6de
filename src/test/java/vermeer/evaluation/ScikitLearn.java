package vermeer.evaluation;

/** The reference of this package for the packages below it. */
public final class ScikitLearn {
    private static final Reference REFERENCE = Reference.read();

    private ScikitLearn() {}

    /** Logits of 90 pictures of three classes. */
    public static Predictions predictions() {
        return REFERENCE.predictions();
    }

    /** What scikit-learn makes of them, one a class. */
    public static double[] numbers(String name) {
        return REFERENCE.numbers(name);
    }
}
