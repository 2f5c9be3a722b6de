package vermeer.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The areas under one class's curves, and on the draws of a bootstrap.
 *
 * @param rocArea {@link ScoreCurve#rocArea()}
 * @param averagePrecision {@link ScoreCurve#averagePrecision()}
 * @param rocDraws the first on every draw; NaN where the class or its opposite was not drawn
 * @param precisionDraws the second on every draw
 */
record ClassAreas(double rocArea, double averagePrecision, double[] rocDraws, double[] precisionDraws) {

    static ClassAreas of(double[] scores, boolean[] positive, Bootstrap bootstrap) {
        RankedScores ranked = new RankedScores(scores, positive);
        int[] all = new int[scores.length];
        Arrays.setAll(all, i -> i);
        double[] own = ranked.areas(all);
        double[] roc = new double[bootstrap.draws()];
        double[] precision = new double[bootstrap.draws()];
        int[] draw = {0};
        bootstrap.values(scores.length, drawn -> {
            double[] areas = ranked.areas(drawn);
            roc[draw[0]] = areas[0];
            precision[draw[0]++] = areas[1];
            return areas[0];
        });
        return new ClassAreas(own[0], own[1], roc, precision);
    }

    Interval roc() {
        return interval(rocArea, rocDraws);
    }

    Interval precision() {
        return interval(averagePrecision, precisionDraws);
    }

    private static Interval interval(double value, double... draws) {
        return Double.isNaN(value) ? Interval.unknown() : Bootstrap.percentiles(value, draws);
    }

    /** The mean of the classes' ROC areas, of those that are known. */
    static Interval macroRoc(List<ClassAreas> classes) {
        return interval(
                mean(classes.stream().mapToDouble(ClassAreas::rocArea).toArray()),
                means(classes.stream().map(ClassAreas::rocDraws).toList()));
    }

    /** The mean of the classes' average precisions, of those that are known. */
    static Interval macroPrecision(List<ClassAreas> classes) {
        return interval(
                mean(classes.stream().mapToDouble(ClassAreas::averagePrecision).toArray()),
                means(classes.stream().map(ClassAreas::precisionDraws).toList()));
    }

    private static double[] means(List<double[]> classes) {
        double[] means = new double[classes.isEmpty() ? 0 : classes.get(0).length];
        Arrays.setAll(
                means,
                draw -> mean(classes.stream().mapToDouble(each -> each[draw]).toArray()));
        return means;
    }

    private static double mean(double... values) {
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
