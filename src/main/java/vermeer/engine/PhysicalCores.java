package vermeer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * How many cores may compute. Two threads on one core share its arithmetic units and only get in each other's way, so
 * hyper-threads are not counted; nor are cores that a container may not use.
 */
final class PhysicalCores {
    private static final Path TOPOLOGY = Path.of("/sys/devices/system/cpu");

    private PhysicalCores() {}

    /** The number of physical cores that this process may use; at least 1. */
    static int count() {
        return count(TOPOLOGY, Runtime.getRuntime().availableProcessors());
    }

    static int count(Path topology, int available) {
        Set<String> siblings = new HashSet<>();
        if (Files.isDirectory(topology)) {
            try (DirectoryStream<Path> processors = Files.newDirectoryStream(topology, "cpu[0-9]*")) {
                for (Path processor : processors) {
                    Path list = processor.resolve("topology").resolve("thread_siblings_list");
                    if (Files.isReadable(list)) {
                        siblings.add(Files.readString(list).strip());
                    }
                }
            } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException unreadable) {
                return Math.max(1, available);
            }
        }
        return Math.max(1, siblings.isEmpty() ? available : Math.min(siblings.size(), available));
    }
}
