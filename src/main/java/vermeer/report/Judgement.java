package vermeer.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vermeer.trust.Control;
import vermeer.trust.Reading;
import vermeer.trust.TrustMeasure;

/**
 * What a measure says of a map and of the controls, which know nothing of the model.
 *
 * @param measure the measure
 * @param reading of the map
 * @param controls the value of each control that the measure can judge
 */
public record Judgement(TrustMeasure measure, Reading reading, Map<Control, Double> controls) {
    public Judgement {
        Map<Control, Double> ordered = new EnumMap<>(Control.class);
        ordered.putAll(controls);
        controls = Collections.unmodifiableMap(ordered);
    }

    /** Whether a value is better than another by this measure. */
    boolean better(double value, double than) {
        return measure.higherIsBetter() ? value > than : value < than;
    }

    /** Whether the map is better than every control; true where there are none. */
    public boolean beatsControls() {
        return controls.values().stream().allMatch(control -> better(reading.value(), control));
    }
}
