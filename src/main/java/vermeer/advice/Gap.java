package vermeer.advice;

import java.util.Locale;
import vermeer.evaluation.Interval;

/**
 * The step from one error to the next.
 *
 * @param from the name of the lower error's set, such as {@code train}
 * @param to the name of the higher error's set
 * @param size the difference of the errors, with Newcombe's interval for independent shares (1998, method 10)
 */
public record Gap(GapKind kind, String from, String to, Interval size) {

    static Gap of(GapKind kind, String from, Interval lower, String to, Interval higher) {
        double value = higher.value() - lower.value();
        double below = Math.hypot(higher.value() - higher.low(), lower.high() - lower.value());
        double above = Math.hypot(higher.high() - higher.value(), lower.value() - lower.low());
        return new Gap(kind, from, to, new Interval(value, value - below, value + above));
    }

    /** Whether the step is surely there: its whole interval lies above 0. */
    public boolean clear() {
        return size.low() > 0;
    }

    /** What is to be known beside the size: nothing, that it may be nothing, or that there is none. */
    public String doubt() {
        return clear() ? "" : size.high() <= 0 ? "none" : "may be nothing";
    }

    /** {@code 9.1 points (6.0 to 12.3)}. */
    public String points() {
        return String.format(
                Locale.ROOT, "%.1f points (%.1f to %.1f)", 100 * size.value(), 100 * size.low(), 100 * size.high());
    }
}
