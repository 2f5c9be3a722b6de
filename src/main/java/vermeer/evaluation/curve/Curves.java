package vermeer.evaluation.curve;

import java.util.Arrays;
import java.util.List;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.Interval;

/**
 * The curves of every class that has pictures, and their mean.
 *
 * @param part what they are of: {@code dev}, {@code all} and so on
 * @param classes one class against the rest, in the order of the classes; only those with pictures of it and of others
 * @param macroRocArea the mean of the classes' ROC areas
 * @param macroAveragePrecision the mean of the classes' average precisions
 */
public record Curves(String part, List<ClassCurve> classes, Interval macroRocArea, Interval macroAveragePrecision) {
    /** How the mean of the classes is called. */
    public static final String MACRO = "mean of classes";

    private static final int STEPS = 200;

    public Curves {
        classes = List.copyOf(classes);
    }

    /** The curves of a part; they cost a sorting of its pictures for each class. */
    public static Curves of(EvaluatedPart part) {
        List<ClassCurve> classes = part.measures().perClass().stream()
                .filter(each -> each.pictures() > 0)
                .map(each -> ClassCurve.of(part.predictions(), each))
                .filter(each -> each.curve().known())
                .toList();
        return new Curves(
                part.name(),
                classes,
                part.measures().macroRocArea(),
                part.measures().macroAveragePrecision());
    }

    /** The mean of the classes' ROC curves at the same share of false alarms, linear between points. */
    public Trace macroRoc() {
        double[] x = grid();
        double[] y = new double[x.length];
        for (ClassCurve each : classes) {
            Trace roc = each.roc();
            for (int i = 0; i < x.length; i++) {
                y[i] += linear(roc, x[i]) / classes.size();
            }
        }
        return started(x, y);
    }

    /** The mean of the classes' precisions at the same recall, in steps. */
    public Trace macroPrecisionRecall() {
        double[] x = grid();
        double[] y = new double[x.length];
        for (ClassCurve each : classes) {
            Trace curve = each.precisionRecall();
            int at = 0;
            for (int i = 0; i < x.length; i++) {
                while (at < curve.x().length - 1 && curve.x()[at] < x[i]) {
                    at++;
                }
                y[i] += curve.y()[at] / classes.size();
            }
        }
        return new Trace(x, y, unknown(x.length));
    }

    private static double[] grid() {
        double[] grid = new double[STEPS + 1];
        Arrays.setAll(grid, i -> (double) i / STEPS);
        return grid;
    }

    /** A ROC curve begins at (0, 0), however steep it is there. */
    private static Trace started(double[] x, double[] y) {
        double[] longerX = new double[x.length + 1];
        double[] longerY = new double[x.length + 1];
        System.arraycopy(x, 0, longerX, 1, x.length);
        System.arraycopy(y, 0, longerY, 1, y.length);
        return new Trace(longerX, longerY, unknown(longerX.length));
    }

    private static double[] unknown(int length) {
        double[] unknown = new double[length];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** The highest value at a place, or what lies between its neighbours. */
    private static double linear(Trace trace, double x) {
        int after = 0;
        while (after < trace.x().length && trace.x()[after] <= x) {
            after++;
        }
        if (after == trace.x().length) {
            return trace.y()[after - 1];
        }
        double from = trace.x()[after - 1];
        double share = (x - from) / (trace.x()[after] - from);
        return trace.y()[after - 1] + share * (trace.y()[after] - trace.y()[after - 1]);
    }
}
