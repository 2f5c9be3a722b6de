package vermeer.ui.tuning.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.ui.tuning.Tuning;

/** The user's own words for pictures, kept in the folder's decisions; each is a subset of the error analysis. */
public final class Tagging {
    private final Tuning tuning;
    private final ReadOnlyObjectWrapper<Map<String, Set<String>>> tags = new ReadOnlyObjectWrapper<>(Map.of());

    Tagging(Tuning tuning) {
        this.tuning = tuning;
        tuning.dataProperty()
                .subscribe(data ->
                        tags.set(data == null ? Map.of() : data.decisions().tags()));
    }

    /** Gives pictures a tag; where all of them have it already, takes it from them. An empty tag does nothing. */
    public void toggle(Collection<ListedPicture> pictures, String tag) {
        String name = tag.strip();
        Prepared now = tuning.dataProperty().get();
        if (name.isEmpty() || pictures.isEmpty() || now == null) {
            return;
        }
        Set<String> keys = pictures.stream().map(each -> each.picture().key()).collect(Collectors.toSet());
        boolean all = now.decisions().tags().getOrDefault(name, Set.of()).containsAll(keys);
        new Deciding(tuning)
                .apply((Decisions before) -> all ? before.untagging(keys, name) : before.tagging(keys, name));
    }

    /** The tags of a picture, in the order of the alphabet. */
    public List<String> of(ListedPicture picture) {
        return new TreeMap<>(tags.get())
                .entrySet().stream()
                        .filter(each ->
                                each.getValue().contains(picture.picture().key()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** All tags in use, in the order of the alphabet. */
    public List<String> names() {
        return new ArrayList<>(new TreeMap<>(tags.get()).keySet());
    }

    /** The keys of the pictures that carry each tag. */
    public ReadOnlyObjectProperty<Map<String, Set<String>>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    /** As the error analysis reads them. */
    static Map<String, List<String>> lists(Map<String, Set<String>> tags) {
        Map<String, List<String>> lists = new TreeMap<>();
        tags.forEach((tag, keys) -> lists.put(tag, new ArrayList<>(new HashSet<>(keys))));
        return lists;
    }
}
