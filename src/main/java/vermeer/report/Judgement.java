package vermeer.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vermeer.trust.Control;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;

/**
 * What a measure says of a map and of the controls, which know nothing of the model.
 *
 * @param measure the measure
 * @param reading of the map
 * @param controls the reading of each control that the measure can judge
 */
public record Judgement(TrustMeasure measure, Reading reading, Map<Control, Reading> controls) {

    /** How a map stands beside the controls. */
    public enum Standing {
        /** Better than every control. */
        BETTER,
        /** Better than the random map, but not than every control. */
        NO_BETTER,
        /** No better than the random map. */
        CHANCE,
        /** The measure cannot tell: it judges no faithfulness, or there are no controls. */
        OPEN
    }

    public Judgement {
        Map<Control, Reading> ordered = new EnumMap<>(Control.class);
        ordered.putAll(controls);
        controls = Collections.unmodifiableMap(ordered);
    }

    /** How the map stands beside the controls. */
    public Standing standing() {
        if (!measure.faithfulness() || controls.isEmpty()) {
            return Standing.OPEN;
        }
        if (controls.containsKey(Control.RANDOM) && !better(controls.get(Control.RANDOM))) {
            return Standing.CHANCE;
        }
        return unbeaten().isEmpty() ? Standing.BETTER : Standing.NO_BETTER;
    }

    /** The standing as a sentence. */
    public String verdict() {
        return switch (standing()) {
            case BETTER -> "Better than every control.";
            case CHANCE ->
                (reading.value() == controls.get(Control.RANDOM).value() ? "No better" : "Worse")
                        + " than the random control: by this measure the map explains nothing.";
            case NO_BETTER ->
                "Not better than the " + names(unbeaten()) + ", so this measure does not speak for the map.";
            case OPEN ->
                measure.faithfulness()
                        ? "There is no control to compare it with."
                        : "Says nothing of whether the map is right.";
        };
    }

    private boolean better(Reading control) {
        return measure.higherIsBetter() ? reading.value() > control.value() : reading.value() < control.value();
    }

    private List<Control> unbeaten() {
        return controls.keySet().stream()
                .filter(control -> !better(controls.get(control)))
                .toList();
    }

    private static String names(List<Control> controls) {
        return controls.stream()
                .map(control -> control.title().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and the "));
    }
}
