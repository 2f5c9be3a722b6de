package vermeer.ui.control;

import java.util.Locale;

/** Probabilities and shares for people. */
public final class Percent {
    private Percent() {}

    /** One decimal, two just below 100; what would be rounded to nothing is said to be small. */
    public static String of(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 0.1
                ? "< 0.1 %"
                : String.format(Locale.ROOT, percent > 99.9 && percent < 100 ? "%.2f %%" : "%.1f %%", percent);
    }
}
