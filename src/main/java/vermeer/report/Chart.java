package vermeer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vermeer.model.Target;
import vermeer.trust.Control;
import vermeer.trust.Curve;
import vermeer.trust.Randomisation;
import vermeer.trust.Reading;

/**
 * Curves over a share of something, to be drawn on any ground by {@link ChartDrawing}.
 *
 * @param title what it is
 * @param across what rises from left to right, as a share from 0 to 1
 * @param up what a curve's height is
 * @param lines in the order of the legend
 * @param limit a height that decides something, drawn across; may be none
 */
public record Chart(String title, String across, String up, List<Line> lines, OptionalDouble limit) {

    /** What a line stands for, which decides its colour. */
    public enum Ink {
        MAP,
        RANDOM,
        EDGES,
        CENTRE
    }

    /**
     * One curve.
     *
     * @param name in the legend; empty for one that belongs to the line before
     * @param dashed tells it from another of the same ink
     */
    public record Line(String name, Ink ink, boolean dashed, Curve curve) {}

    public Chart {
        lines = List.copyOf(lines);
    }

    /** The course of a measure for the map and for the controls; without lines where the measure has no course. */
    public static Chart of(Judgement judgement, Target target) {
        List<Line> lines = new ArrayList<>(lines("This map", Ink.MAP, judgement.reading()));
        for (Map.Entry<Control, Reading> control : judgement.controls().entrySet()) {
            lines.addAll(lines(control.getKey().title(), ink(control.getKey()), control.getValue()));
        }
        String up = target.terms().size() == 1 ? "probability" : "difference of the probabilities";
        return new Chart(judgement.measure().title(), judgement.measure().course(), up, lines, OptionalDouble.empty());
    }

    /** How maps lose their likeness while layers lose what they learned. */
    public static Chart of(Randomisation.Verdict verdict) {
        return new Chart(
                "Model randomisation",
                "share of the layers randomised, from the output",
                "likeness to the original map",
                List.of(
                        new Line("Rank correlation", Ink.MAP, false, verdict.ranks()),
                        new Line("Structural similarity", Ink.CENTRE, true, verdict.structure())),
                OptionalDouble.of(Randomisation.NOT_SENSITIVE));
    }

    private static List<Line> lines(String name, Ink ink, Reading reading) {
        List<Line> lines = new ArrayList<>();
        for (Curve curve : reading.curves()) {
            lines.add(new Line(lines.isEmpty() ? name : "", ink, !lines.isEmpty(), curve));
        }
        return lines;
    }

    private static Ink ink(Control control) {
        return switch (control) {
            case RANDOM -> Ink.RANDOM;
            case EDGES -> Ink.EDGES;
            case CENTRE -> Ink.CENTRE;
        };
    }

    /** What tells dashed curves from the others, as a sentence; empty where none needs it. */
    public String note() {
        return lines.stream().anyMatch(line -> line.name().isEmpty())
                ? "Solid: " + first(false) + "; dashed: " + first(true) + "."
                : "";
    }

    private String first(boolean dashed) {
        return lines.stream()
                .filter(line -> line.dashed() == dashed)
                .map(line -> line.curve().name())
                .findFirst()
                .orElse("");
    }
}
