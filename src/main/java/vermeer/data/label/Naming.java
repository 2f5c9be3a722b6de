package vermeer.data.label;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the picture that a table means: by its path, by its file's name, by that without its ending. */
final class Naming {
    private static final String SEVERAL = "";

    private final FolderListing listing;
    private final Map<String, String> byName = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Naming(FolderListing listing) {
        this.listing = listing;
        Set<String> keys = Set.copyOf(listing.pictures());
        for (String key : listing.pictures()) {
            String file = key.substring(key.lastIndexOf('/') + 1);
            name(key.substring(0, key.lastIndexOf('.')), key, keys);
            name(file, key, keys);
            name(file.substring(0, file.lastIndexOf('.')), key, keys);
        }
        keys.forEach(key -> byName.put(key, key));
    }

    /** A name that fits several pictures stands for none. */
    private void name(String name, String key, Set<String> keys) {
        if (!keys.contains(name)) {
            byName.merge(name, key, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** The key of a picture that no row has named yet. */
    Optional<String> key(String name) {
        String key = byName.get(tidy(name));
        return key == null || key.equals(SEVERAL) || !used.add(key) ? Optional.empty() : Optional.of(key);
    }

    /** Why a name stands for no picture, as a clause. */
    String whyNot(String name) {
        String key = byName.get(tidy(name));
        if (key == null) {
            return "is in the table but not in the folder";
        }
        return key.equals(SEVERAL)
                ? "is the name of several pictures; write their paths into the table"
                : "comes twice in the table; the first row counts";
    }

    List<String> unused() {
        return listing.pictures().stream().filter(key -> !used.contains(key)).toList();
    }

    private static String tidy(String name) {
        String path = name.strip().replace('\\', '/');
        return path.startsWith("./") ? path.substring(2) : path;
    }
}
