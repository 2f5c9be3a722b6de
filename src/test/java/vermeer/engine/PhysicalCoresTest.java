package vermeer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhysicalCoresTest {
    @TempDir
    Path topology;

    @Test
    void twoThreadsOfOneCoreCountOnce() throws Exception {
        processor(0, "0,2");
        processor(1, "1,3");
        processor(2, "0,2");
        processor(3, "1,3");
        assertEquals(2, PhysicalCores.count(topology, 4));
    }

    @Test
    void coresThatAContainerMayNotUseDoNotCount() throws Exception {
        processor(0, "0");
        processor(1, "1");
        processor(2, "2");
        assertEquals(1, PhysicalCores.count(topology, 1));
    }

    @Test
    void whereTheSystemSaysNothingAllProcessorsCount() {
        assertEquals(6, PhysicalCores.count(topology.resolve("none"), 6));
        assertEquals(6, PhysicalCores.count(topology, 6));
    }

    private void processor(int index, String siblings) throws Exception {
        Path folder = Files.createDirectories(topology.resolve("cpu" + index).resolve("topology"));
        Files.writeString(folder.resolve("thread_siblings_list"), siblings + "\n");
    }
}
