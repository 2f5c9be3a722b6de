package vermeer.comparison;

import java.util.Comparator;

/**
 * What two models answer for one picture.
 *
 * @param first the first model's answer by its own name
 * @param firstProbability 0 to 1
 * @param second the second model's answer by its own name
 * @param secondProbability 0 to 1
 * @param verdict whether the answers are the same class
 */
public record AnswerPair(
        String first, double firstProbability, String second, double secondProbability, Verdict verdict) {

    /** Whether two answers agree. */
    public enum Verdict {
        /** Both models have both classes and answer different ones. */
        DIFFERENT,
        /** A model answers a class that the other does not have. */
        NOT_SHARED,
        SAME
    }

    /** Different answers first, the surest of them first; of the same answers those whose probabilities differ most. */
    public static final Comparator<AnswerPair> DISAGREEMENTS_FIRST = Comparator.comparing(AnswerPair::verdict)
            .thenComparing(Comparator.comparingDouble(AnswerPair::weight).reversed());

    /**
     * Judges two answers.
     *
     * @param firstIndex the first model's answer among its classes
     * @param secondIndex the second model's among its own
     */
    public static AnswerPair of(
            int firstIndex,
            String first,
            double firstProbability,
            int secondIndex,
            String second,
            double secondProbability,
            ClassAlignment alignment) {
        Verdict verdict = Verdict.DIFFERENT;
        if (alignment.ofFirst()[firstIndex] == secondIndex) {
            verdict = Verdict.SAME;
        } else if (alignment.ofFirst()[firstIndex] < 0 || alignment.ofSecond()[secondIndex] < 0) {
            verdict = Verdict.NOT_SHARED;
        }
        return new AnswerPair(first, firstProbability, second, secondProbability, verdict);
    }

    private double weight() {
        return verdict == Verdict.SAME
                ? Math.abs(firstProbability - secondProbability)
                : firstProbability + secondProbability;
    }
}
