package vermeer.ui.tuning.comparison;

import java.util.Locale;
import vermeer.evaluation.Comparison;

/** A comparison in words. */
final class ComparisonText {
    private static final double SURE = 0.05;

    private ComparisonText() {}

    /** Which of the two is better, if that can be told. */
    static String verdict(Pair pair) {
        Comparison found = pair.comparison();
        String better =
                found.gain().value() >= 0 ? pair.after().name() : pair.before().name();
        if (found.p() < SURE) {
            return "'" + better + "' is better on these photos.";
        }
        return found.onlyFirst() + found.onlySecond() == 0
                ? "Both get the same photos right."
                : "There are not enough differences to tell which of the two is better.";
    }

    /** The difference with its interval, and McNemar's test. */
    static String figures(Pair pair) {
        Comparison found = pair.comparison();
        return String.format(
                Locale.ROOT,
                "From '%s' to '%s' on %s (%d photos): %+.1f points of accuracy (95 %% interval %+.1f to %+.1f). %d"
                        + " only the first got right, %d only the second; McNemar's p = %.2g.",
                pair.before().name(),
                pair.after().name(),
                pair.part(),
                found.pictures(),
                100 * found.gain().value(),
                100 * found.gain().low(),
                100 * found.gain().high(),
                found.onlyFirst(),
                found.onlySecond(),
                found.p());
    }
}
