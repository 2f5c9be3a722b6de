package vermeer.evaluation;

import java.util.stream.IntStream;

/**
 * Some of the pictures, and how the model does on them.
 *
 * @param kind what they have in common is of this kind, such as {@code brightness}
 * @param name what they have in common, such as {@code the darkest third}
 * @param members indices of the pictures
 * @param error the share of wrong answers among them
 * @param gain by how much the error of all pictures would fall if this subset's fell to that of the rest; negative where the
 *     subset does better than the rest
 * @param p the one-sided probability of at least so many errors in the subset if errors fell anywhere (hypergeometric)
 */
public record Subset(String kind, String name, int[] members, Interval error, double gain, double p) {

    /** Judges a subset of all pictures; it must be neither empty nor all of them for its gain to mean anything. */
    static Subset of(String kind, String name, Predictions all, int... members) {
        int errors = (int) IntStream.of(members).filter(i -> !all.correct(i)).count();
        int allErrors = all.errors();
        int rest = all.size() - members.length;
        double restError = rest == 0 ? 0 : (double) (allErrors - errors) / rest;
        double gain = rest == 0 ? 0 : (errors - restError * members.length) / all.size();
        return new Subset(
                kind,
                name,
                members,
                Interval.wilson(errors, members.length),
                gain,
                atLeast(errors, members.length, allErrors, all.size()));
    }

    /** The probability that {@code drawn} of {@code all} pictures hold at least {@code errors} of {@code allErrors} errors. */
    private static double atLeast(int errors, int drawn, int allErrors, int all) {
        double sum = 0;
        for (int k = errors; k <= Math.min(drawn, allErrors); k++) {
            if (drawn - k <= all - allErrors) {
                sum += Math.exp(chooses(allErrors, k) + chooses(all - allErrors, drawn - k) - chooses(all, drawn));
            }
        }
        return Math.min(1, sum);
    }

    /** The logarithm of the number of ways to choose {@code k} of {@code n}. */
    private static double chooses(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log(n - k + i) - Math.log(i);
        }
        return sum;
    }
}
