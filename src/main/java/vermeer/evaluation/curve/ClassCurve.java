package vermeer.evaluation.curve;

import java.util.List;
import java.util.Optional;
import vermeer.evaluation.ClassMeasures;
import vermeer.evaluation.Interval;
import vermeer.evaluation.Predictions;
import vermeer.evaluation.ScoreCurve;

/**
 * One class against the rest.
 *
 * @param name the class
 * @param curve its points, the strictest threshold first; none where the class or its opposite has no picture
 * @param rocArea the area under recall over false alarms
 * @param averagePrecision the area under precision over recall
 * @param now where it is answered now; empty where the curve is
 */
public record ClassCurve(
        String name, ScoreCurve curve, Interval rocArea, Interval averagePrecision, Optional<OperatingPoint> now) {

    static ClassCurve of(Predictions predictions, ClassMeasures measures) {
        int index = predictions.classNames().indexOf(measures.name());
        ScoreCurve curve = ScoreCurve.of(predictions, index);
        return new ClassCurve(
                measures.name(),
                curve,
                measures.rocArea(),
                measures.averagePrecision(),
                OperatingPoint.of(predictions, index, predictions.scores(index)));
    }

    /** Recall over false alarms, from (0, 0) to (1, 1). */
    public Trace roc() {
        List<ScoreCurve.Point> points = curve.points();
        double[] x = new double[points.size() + 1];
        double[] y = new double[x.length];
        double[] thresholds = new double[x.length];
        thresholds[0] = Double.NaN;
        for (int i = 1; i < x.length; i++) {
            x[i] = curve.alarmRate(points.get(i - 1));
            y[i] = curve.recall(points.get(i - 1));
            thresholds[i] = points.get(i - 1).threshold();
        }
        return new Trace(x, y, thresholds).thinned();
    }

    /** Precision over recall, in the steps whose area the average precision is. */
    public Trace precisionRecall() {
        List<ScoreCurve.Point> points = curve.points();
        double[] x = new double[2 * points.size()];
        double[] y = new double[x.length];
        double[] thresholds = new double[x.length];
        for (int i = 0; i < points.size(); i++) {
            ScoreCurve.Point point = points.get(i);
            x[2 * i] = i == 0 ? 0 : curve.recall(points.get(i - 1));
            x[2 * i + 1] = curve.recall(point);
            y[2 * i] = point.precision();
            y[2 * i + 1] = point.precision();
            thresholds[2 * i] = point.threshold();
            thresholds[2 * i + 1] = point.threshold();
        }
        return new Trace(x, y, thresholds).thinned();
    }
}
