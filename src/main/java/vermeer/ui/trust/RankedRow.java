package vermeer.ui.trust;

import java.util.Optional;
import vermeer.attribution.AttributionMethod;
import vermeer.trust.Reading;

/**
 * One map's place among all of a picture.
 *
 * @param place from 1
 * @param title the method's or control's name for people
 * @param method empty for a control
 */
public record RankedRow(int place, String title, Optional<AttributionMethod> method, Reading reading) {

    /** Whether it is a control, which a method should beat. */
    public boolean control() {
        return method.isEmpty();
    }
}
