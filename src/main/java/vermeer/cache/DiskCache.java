package vermeer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;

/**
 * Files that can be computed again, kept in one folder up to a limit; the ones unused for longest go first.
 *
 * <p>Every entry has a kind, which is a folder, and a key, which must name everything that the content depends on: the
 * SHA-256 of the source, the version of whatever made it, its settings. Several processes may share the folder. A cache that
 * cannot be written to is no error: the caller then has its result all the same.
 *
 * @apiNote Safe for use by several threads.
 */
public final class DiskCache {
    /** The usual limit. */
    public static final long TEN_GIGABYTES = 10_000_000_000L;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private final Path folder;
    private final long limit;

    /** @param limit the largest sum of the entries' sizes in bytes */
    public DiskCache(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** The cache of this user, capped at 10 GB. */
    public static DiskCache ofUser() {
        return new DiskCache(CacheFolder.here(), TEN_GIGABYTES);
    }

    /** Where the entries lie. */
    public Path folder() {
        return folder;
    }

    /** The largest sum of the entries' sizes in bytes. */
    public long limit() {
        return limit;
    }

    /** An entry's file, now counted as used; empty where it is not there. */
    public Optional<Path> find(String kind, String key) {
        Path file = file(kind, key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        touch(file);
        return Optional.of(file).filter(Files::isRegularFile);
    }

    /**
     * Writes an entry in one step and makes room for it.
     *
     * @throws FileException where the folder cannot be written to or the disk is full
     */
    public Path put(String kind, String key, AtomicFile.Content content) throws FileException {
        Path file = file(kind, key);
        AtomicFile.write(file, content);
        trim(file);
        return file;
    }

    /** Counts a file in the cache's folder, written by others, as used just now, and makes room for it. */
    public void use(Path file) {
        touch(file);
        trim(file);
    }

    /** The sum of the entries' sizes in bytes. */
    public long size() {
        return entries().stream().mapToLong(Entry::bytes).sum();
    }

    /** Removes all entries but those that another program holds open; returns the bytes freed. */
    public long clear() {
        return entries().stream()
                .filter(entry -> remove(entry.file()))
                .mapToLong(Entry::bytes)
                .sum();
    }

    private void trim(Path justWritten) {
        List<Entry> entries = entries();
        long size = entries.stream().mapToLong(Entry::bytes).sum();
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry oldest : entries) {
            if (size <= limit) {
                return;
            }
            if (!oldest.file().equals(justWritten) && remove(oldest.file())) {
                size -= oldest.bytes();
            }
        }
    }

    private Path file(String kind, String key) {
        if (!NAME.matcher(kind).matches() || !NAME.matcher(key).matches()) {
            throw new IllegalArgumentException("not a name for a cache entry: " + kind + "/" + key);
        }
        return folder.resolve(kind).resolve(key);
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException readOnlyOrJustRemoved) {
            return;
        }
    }

    private record Entry(Path file, long bytes, FileTime used) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> kinds = Files.walk(folder, 2)) {
            for (Path file : kinds.toList()) {
                // Links are left alone: what they lead to is not the cache's.
                BasicFileAttributes found =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (found.isRegularFile()) {
                    entries.add(new Entry(file, found.size(), found.lastModifiedTime()));
                }
            }
        } catch (IOException | UncheckedIOException changedMeanwhile) {
            return entries;
        }
        return entries;
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException heldOpen) {
            return false;
        }
    }
}
