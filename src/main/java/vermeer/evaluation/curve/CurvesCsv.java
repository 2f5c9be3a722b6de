package vermeer.evaluation.curve;

import java.util.List;
import java.util.Locale;
import vermeer.evaluation.CsvCell;
import vermeer.evaluation.ScoreCurve;

/** The points of curves as a table, RFC 4180: one line for every threshold that changes anything, strictest first. */
public final class CurvesCsv {
    private CurvesCsv() {}

    /** The table with its header. */
    public static String of(List<Curves> parts) {
        StringBuilder text =
                new StringBuilder("split,class,threshold,hits,alarms,recall,false-alarm rate,precision\r\n");
        for (Curves part : parts) {
            for (ClassCurve each : part.classes()) {
                String start = CsvCell.of(part.part()) + "," + CsvCell.of(each.name());
                for (ScoreCurve.Point point : each.curve().points()) {
                    text.append(start)
                            .append(String.format(
                                    Locale.ROOT,
                                    ",%.9g,%d,%d,%.6g,%.6g,%.6g\r\n",
                                    point.threshold(),
                                    point.hits(),
                                    point.alarms(),
                                    each.curve().recall(point),
                                    each.curve().alarmRate(point),
                                    point.precision()));
                }
            }
        }
        return text.toString();
    }
}
