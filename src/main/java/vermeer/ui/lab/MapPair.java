package vermeer.ui.lab;

import java.util.Optional;
import vermeer.ui.investigation.ShownMap;

/** What the network looked at before and after the attack, each a map of its own answer; empty until it is computed. */
record MapPair(Optional<ShownMap> before, Optional<ShownMap> after) {
    static MapPair none() {
        return new MapPair(Optional.empty(), Optional.empty());
    }

    MapPair withBefore(ShownMap map) {
        return new MapPair(Optional.of(map), after);
    }

    MapPair withAfter(ShownMap map) {
        return new MapPair(before, Optional.of(map));
    }
}
