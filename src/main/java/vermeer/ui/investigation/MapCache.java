package vermeer.ui.investigation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.model.Target;

/** Finished maps of this run, the least used dropped first, so that switching back never recomputes. */
final class MapCache {
    /** 32 MB; maps dropped from here are read from the disk cache again. */
    private static final long FLOATS = 8_000_000;

    private final Map<Key, Attribution> maps = new LinkedHashMap<>(16, 0.75f, true);
    private long floats;

    /** What a map depends on, and nothing else. */
    record Key(Path picture, long checksum, String network, AttributionMethod method, Target target) {
        static Key of(Prediction prediction, AttributionMethod method, Target target) {
            return new Key(
                    prediction.picture().file(),
                    prediction.picture().checksum(),
                    prediction.network().key(),
                    method,
                    target);
        }
    }

    Optional<Attribution> find(Key key) {
        return Optional.ofNullable(maps.get(key));
    }

    void store(Key key, Attribution attribution) {
        Attribution before = maps.put(key, attribution);
        floats += size(attribution) - (before == null ? 0 : size(before));
        var oldest = maps.entrySet().iterator();
        while (floats > FLOATS && maps.size() > 1) {
            floats -= size(oldest.next().getValue());
            oldest.remove();
        }
    }

    private static long size(Attribution attribution) {
        return attribution.map().values().length
                + attribution.channels().map(channels -> channels.data().length).orElse(0);
    }
}
