package vermeer.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the pictures that are split as one, by joining what shares a group or a tie. */
final class Units {
    private final Map<String, String> leaders = new HashMap<>();

    private Units() {}

    /** The units in the order of their first pictures. */
    static List<Unit> of(Dataset dataset, Optional<PathPattern> groups, List<? extends Collection<String>> ties) {
        Units units = new Units();
        Map<String, String> firstOfGroup = new HashMap<>();
        for (LabelledPicture picture : dataset.pictures()) {
            groups.flatMap(pattern -> pattern.find(picture.key()))
                    .ifPresent(group ->
                            units.join(firstOfGroup.computeIfAbsent(group, first -> picture.key()), picture.key()));
        }
        for (Collection<String> tie : ties) {
            String first = tie.iterator().next();
            tie.forEach(key -> units.join(first, key));
        }
        Map<String, List<LabelledPicture>> members = new LinkedHashMap<>();
        for (LabelledPicture picture : dataset.pictures()) {
            members.computeIfAbsent(units.leader(picture.key()), leader -> new ArrayList<>())
                    .add(picture);
        }
        return members.values().stream().map(Unit::new).toList();
    }

    private void join(String one, String other) {
        leaders.put(leader(one), leader(other));
    }

    private String leader(String key) {
        String at = key;
        for (String next = leaders.get(at); next != null && !next.equals(at); next = leaders.get(at)) {
            String further = leaders.getOrDefault(next, next);
            leaders.put(at, further);
            at = next;
        }
        return at;
    }
}
