package vermeer.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Several maps of one picture and target, best first by one measure, with the controls in the same table.
 *
 * @param measure by which they are ranked
 * @param rows best first; of equal ones in the order in which they were given, controls last
 */
public record Ranking(TrustMeasure measure, List<Row> rows) {

    /**
     * One map's place.
     *
     * @param title the method's or control's name for people
     * @param control whether it is a control, which a method should beat
     */
    public record Row(String title, boolean control, Reading reading) {}

    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * Ranks what the measure said of maps, by their methods' titles, and of the controls.
     *
     * @param maps in an order that repeats itself
     */
    public static Ranking of(TrustMeasure measure, Map<String, Reading> maps, Map<Control, Reading> controls) {
        List<Row> rows = new ArrayList<>();
        maps.forEach((title, reading) -> rows.add(new Row(title, false, reading)));
        controls.forEach((control, reading) -> rows.add(new Row(control.title(), true, reading)));
        Comparator<Row> byValue =
                Comparator.comparingDouble(row -> row.reading().value());
        rows.sort(measure.higherIsBetter() ? byValue.reversed() : byValue);
        return new Ranking(measure, rows);
    }
}
