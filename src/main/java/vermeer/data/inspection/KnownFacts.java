package vermeer.data.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.cache.DiskCache;
import vermeer.data.Example;
import vermeer.file.FileException;

/**
 * Facts of a folder's pictures from the last time, so that only new and changed files are read again. A file is taken for unchanged
 * where its size and its time of change are the same.
 */
public final class KnownFacts {
    private static final String KIND = "inspection";
    private static final String HEADER = "vermeer inspection 1";

    private record Entry(long size, long changed, PictureFacts facts) {}

    private final DiskCache cache;
    private final String name;
    private final Map<String, Entry> before;
    private final Map<String, Entry> now = new LinkedHashMap<>();

    private KnownFacts(DiskCache cache, String name, Map<String, Entry> before) {
        this.cache = cache;
        this.name = name;
        this.before = before;
    }

    /** What is known of this folder; nothing where it was never inspected, or what was kept cannot be read. */
    public static KnownFacts of(Path folder, DiskCache cache) {
        String name = name(folder);
        Map<String, Entry> known = cache.find(KIND, name).map(KnownFacts::read).orElseGet(LinkedHashMap::new);
        return new KnownFacts(cache, name, known);
    }

    private static String name(Path folder) {
        try {
            byte[] path = folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Map<String, Entry> read(Path file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            var all = lines.iterator();
            if (!all.hasNext() || !all.next().equals(HEADER)) {
                return entries;
            }
            while (all.hasNext()) {
                String[] cells = all.next().split("\t");
                entries.put(cells[8], entry(cells));
            }
            return entries;
        } catch (IOException | RuntimeException damaged) {
            // what cannot be read is computed again
            return new LinkedHashMap<>();
        }
    }

    private static Entry entry(String[] cells) {
        PictureFacts facts = new PictureFacts(
                cells[8],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[4],
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                PerceptualHash.parse(cells[7]));
        return new Entry(Long.parseLong(cells[0]), Long.parseLong(cells[1]), facts);
    }

    /** The facts of a picture whose file has not changed. */
    Optional<PictureFacts> find(Example example) {
        Entry known = before.get(example.key());
        if (known == null) {
            return Optional.empty();
        }
        Optional<Entry> unchanged = stamped(example, known.facts())
                .filter(stamp -> stamp.size() == known.size() && stamp.changed() == known.changed());
        unchanged.ifPresent(entry -> now.put(example.key(), entry));
        return unchanged.map(Entry::facts);
    }

    /** Remembers facts that were just found. */
    void put(Example example, PictureFacts facts) {
        boolean oneLine = example.key().indexOf('\n') < 0 && example.key().indexOf('\t') < 0;
        if (oneLine) {
            stamped(example, facts).ifPresent(entry -> now.put(example.key(), entry));
        }
    }

    private static Optional<Entry> stamped(Example example, PictureFacts facts) {
        try {
            BasicFileAttributes file = Files.readAttributes(example.file(), BasicFileAttributes.class);
            return Optional.of(new Entry(file.size(), file.lastModifiedTime().toMillis(), facts));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Keeps what was found or remembered for the next time; a cache that cannot be written to is no loss. */
    void save() {
        if (now.isEmpty() || now.equals(before)) {
            return;
        }
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        now.forEach((key, entry) -> {
            PictureFacts facts = entry.facts();
            text.append(entry.size()).append('\t').append(entry.changed()).append('\t');
            text.append(facts.width()).append('\t').append(facts.height()).append('\t');
            text.append(facts.sha256()).append('\t').append(facts.brightness()).append('\t');
            text.append(facts.sharpness())
                    .append('\t')
                    .append(facts.look().text())
                    .append('\t');
            text.append(key).append('\n');
        });
        try {
            cache.put(KIND, name, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (FileException unwritable) {
            return;
        }
    }
}
