package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;

class NativeLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void theLibrariesAreUnpackedOnceAndADamagedOneAgain() throws Exception {
        DiskCache cache = new DiskCache(folder, DiskCache.TEN_GIGABYTES);
        Path unpacked = NativeLibraries.folder(cache).orElseThrow();
        Path library = unpacked.resolve(System.mapLibraryName("onnxruntime"));
        long size = Files.size(library);
        assertTrue(size > 1_000_000);
        assertTrue(Files.exists(unpacked.resolve(System.mapLibraryName("onnxruntime4j_jni"))));
        Object before = Files.readAttributes(library, "unix:ino").get("ino");
        Files.setLastModifiedTime(library, FileTime.fromMillis(0));
        assertEquals(unpacked, NativeLibraries.folder(cache).orElseThrow());
        assertEquals(before, Files.readAttributes(library, "unix:ino").get("ino"));
        Files.write(library, new byte[10]);
        NativeLibraries.folder(cache);
        assertEquals(size, Files.size(library));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertTrue(NativeLibraries.folder(new DiskCache(file, 1000)).isEmpty());
    }
}
