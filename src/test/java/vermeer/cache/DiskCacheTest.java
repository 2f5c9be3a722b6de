package vermeer.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCacheTest {
    @TempDir
    Path folder;

    @Test
    void whatWasPutIsFound() throws Exception {
        DiskCache cache = new DiskCache(folder, 1000);
        cache.put("maps", "a.npy", out -> out.write(new byte[10]));
        assertEquals(10, Files.size(cache.find("maps", "a.npy").orElseThrow()));
        assertTrue(cache.find("maps", "b.npy").isEmpty());
        assertTrue(cache.find("graphs", "a.npy").isEmpty());
        assertEquals(10, cache.size());
    }

    @Test
    void theLongestUnusedGoFirstAndTheNewOneStays() throws Exception {
        DiskCache cache = new DiskCache(folder, 25);
        age(cache.put("maps", "old", out -> out.write(new byte[10])), 300);
        age(cache.put("graphs", "older", out -> out.write(new byte[10])), 600);
        cache.find("graphs", "older");
        cache.put("maps", "new", out -> out.write(new byte[10]));
        assertTrue(cache.find("maps", "old").isEmpty());
        assertTrue(cache.find("graphs", "older").isPresent());
        assertTrue(cache.find("maps", "new").isPresent());
        cache.put("maps", "larger-than-the-cache", out -> out.write(new byte[40]));
        assertEquals(40, cache.size());
    }

    @Test
    void clearingRemovesEverythingAndSaysHowMuch() throws Exception {
        DiskCache cache = new DiskCache(folder, 1000);
        cache.put("maps", "a", out -> out.write(new byte[10]));
        cache.put("graphs", "b", out -> out.write(new byte[7]));
        assertEquals(17, cache.clear());
        assertEquals(0, cache.size());
    }

    @Test
    void whatALinkLeadsToIsNotTouched() throws Exception {
        Path elsewhere = Files.write(folder.resolve("elsewhere"), new byte[50]);
        DiskCache cache = new DiskCache(folder.resolve("cache"), 5);
        Files.createDirectories(folder.resolve("cache/maps"));
        Files.createSymbolicLink(folder.resolve("cache/maps/link"), elsewhere);
        cache.put("maps", "a", out -> out.write(new byte[10]));
        cache.clear();
        assertEquals(50, Files.size(elsewhere));
    }

    @Test
    void aFailedWriteLeavesNothingBehind() {
        DiskCache cache = new DiskCache(folder, 1000);
        assertThrows(
                IOException.class,
                () -> cache.put("maps", "a", out -> {
                    out.write(new byte[10]);
                    throw new IOException("broken");
                }));
        assertTrue(cache.find("maps", "a").isEmpty());
        assertEquals(0, cache.size());
    }

    @Test
    void keysCannotLeadOutOfTheFolder() {
        DiskCache cache = new DiskCache(folder, 1000);
        assertThrows(IllegalArgumentException.class, () -> cache.find("maps", "../a"));
        assertThrows(IllegalArgumentException.class, () -> cache.find("..", "a"));
    }

    @Test
    void theFolderFollowsTheSystemsCustom() {
        Path home = Path.of("/home/a");
        assertEquals(Path.of("/home/a/.cache/vermeer"), CacheFolder.of("Linux", home, Map.of()));
        assertEquals(Path.of("/c/vermeer"), CacheFolder.of("Linux", home, Map.of("XDG_CACHE_HOME", "/c")));
        assertEquals(Path.of("/home/a/Library/Caches/Vermeer"), CacheFolder.of("Mac OS X", home, Map.of()));
        assertFalse(CacheFolder.of("Windows 11", home, Map.of()).toString().contains(".cache"));
    }

    private static void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }
}
