package vermeer.ui.tuning.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.ui.tuning.Pin;

/**
 * The pinned pictures after one epoch.
 *
 * @param epoch from 1 on
 * @param method how the maps were made, with its settings
 * @param maps one a picture
 */
public record PinnedRow(int epoch, String method, List<PinnedMap> maps) {
    public PinnedRow {
        maps = List.copyOf(maps);
    }

    /** A picture's map; empty where it was not pinned at that time. */
    Optional<PinnedMap> of(Pin pin) {
        return maps.stream().filter(map -> map.pin().file().equals(pin.file())).findFirst();
    }

    /** Whether it has maps of all these pictures. */
    boolean covers(List<Pin> pins) {
        return pins.stream().allMatch(pin -> of(pin).isPresent());
    }

    /** The same epoch with the maps of another row besides, which count where both have one. */
    PinnedRow with(PinnedRow other) {
        Map<Pin, PinnedMap> all = new LinkedHashMap<>();
        maps.forEach(map -> all.put(map.pin(), map));
        other.maps.forEach(map -> all.put(map.pin(), map));
        return new PinnedRow(epoch, other.method, List.copyOf(all.values()));
    }
}
