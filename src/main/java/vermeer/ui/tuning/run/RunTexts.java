package vermeer.ui.tuning.run;

import java.util.Locale;
import vermeer.train.EpochReport;

/** Sentences about a run. */
final class RunTexts {
    private static final int MINUTE = 60;

    private RunTexts() {}

    static String epoch(EpochReport report) {
        String left = report.epoch() == report.epochs() ? "" : ", about " + time(report.secondsLeft()) + " left";
        return String.format(
                Locale.ROOT,
                "Epoch %d of %d%s, %.0f photos a second%s.",
                report.epoch(),
                report.epochs(),
                report.stage().isEmpty() ? "" : " (" + report.stage() + ")",
                report.picturesPerSecond(),
                left);
    }

    /** {@code 40 s}, {@code 3 min}. */
    static String time(double seconds) {
        return seconds < 2 * MINUTE ? Math.max(1, Math.round(seconds)) + " s" : Math.round(seconds / MINUTE) + " min";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
