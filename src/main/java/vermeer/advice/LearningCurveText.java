package vermeer.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vermeer.evaluation.Interval;

/** A learning curve in words. */
public final class LearningCurveText {
    private static final double SURE = 0.9;
    private static final double HARDLY = 0.25;

    private LearningCurveText() {}

    /** Whether more pictures would help, in one or two sentences. */
    public static String sentence(LearningCurve curve) {
        if (curve.usual().isEmpty()) {
            return "The error is so low that more pictures can hardly lower it; look for subsets that still do badly.";
        }
        LearningCurve.Goal goal = curve.usual().get();
        String fall = points(goal.fall());
        double value = goal.more().value();
        if (!Double.isFinite(value) || goal.within() < HARDLY) {
            return "More pictures alone will hardly lower the error by " + fall
                    + ": the curve has flattened. Retrain a bigger part, or look at what the wrong ones have in"
                    + " common.";
        }
        String doubt = goal.within() < SURE
                ? String.format(
                        Locale.ROOT,
                        " In %.0f %% of the trends that fit, it never gets there.",
                        100 * (1 - goal.within()))
                : "";
        return "About " + rounded(value) + " more photos a class would lower the error by " + fall
                + ", if the trend holds (" + range(goal.more()) + ")." + doubt;
    }

    /** The whole curve as lines. */
    public static List<String> lines(LearningCurve curve) {
        List<String> lines = new ArrayList<>();
        lines.add("photos a class   error                    error on the pictures learnt from");
        for (LearningCurve.Point point : curve.points()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%14.0f   %-23s  %.1f %%",
                    point.pictures(),
                    point.error().percent(),
                    100 * point.trainError()));
        }
        lines.add("expected, if the trend holds:");
        for (LearningCurve.Forecast forecast : curve.forecasts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%14.0f   %s",
                    forecast.pictures(),
                    forecast.error().percent()));
        }
        lines.add(sentence(curve));
        return lines;
    }

    private static String range(Interval more) {
        String high = Double.isFinite(more.high()) ? "to " + rounded(more.high()) : "or many more";
        return Double.isFinite(more.low()) ? rounded(more.low()) + " " + high : high;
    }

    private static String points(double share) {
        long points = Math.round(100 * share);
        return points == 1 ? "a point" : points + " points";
    }

    /** Two digits are more than anybody knows. */
    private static String rounded(double number) {
        if (number < 10) {
            return Long.toString(Math.max(1, Math.round(number)));
        }
        double step = Math.pow(10, Math.floor(Math.log10(number)) - (number < 100 ? 0 : 1));
        double half = number < 100 ? step / 2 : step;
        return String.format(Locale.ROOT, "%,.0f", Math.round(number / half) * half);
    }
}
