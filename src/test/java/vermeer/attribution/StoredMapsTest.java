package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.image.Layout;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Target;

class StoredMapsTest {
    @TempDir
    Path folder;

    private final PlantedNetwork network = new PlantedNetwork(Layout.NCHW, false);
    private final Target first = Target.of(0, "first");

    @Test
    void aMapOfAnEarlierRunIsNotComputedAgain() throws Exception {
        Attribution made = explain("net", new Gradient(), first);
        int passes = network.passes().get();
        assertEquals(made, explain("net", new Gradient(), first));
        assertEquals(passes, network.passes().get());
    }

    @Test
    void whateverTheMapDependsOnIsPartOfItsKey() throws Exception {
        explain("net", new Gradient(), first);
        int passes = network.passes().get();
        explain("other net", new Gradient(), first);
        explain("net", new Gradient(Reduction.SUM), first);
        explain("net", new GradientTimesInput(), first);
        explain("net", new Gradient(), Target.of(1, "second"));
        explain("net", new Gradient(), Target.contrast(0, "first", 1, "second"));
        assertEquals(passes + 5, network.passes().get());
    }

    @Test
    void damagedEntriesArePassedOverAndWrittenAnew() throws Exception {
        Attribution made = explain("net", new Gradient(), first);
        Path entry = entries().get(0);
        byte[] whole = Files.readAllBytes(entry);
        byte[] bent = whole.clone();
        bent[bent.length / 2] = (byte) (bent[bent.length / 2] + 1);
        for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, 100), bent)) {
            Files.write(entry, damaged);
            assertEquals(made, explain("net", new Gradient(), first));
            assertEquals(whole.length, Files.size(entry));
        }
    }

    @Test
    void mapsFasterThanAUserNoticesAreNotStored() throws Exception {
        new StoredMaps(cache()).explain("net", network, new Gradient(), subject(first), Sketch.none(), Progress.none());
        assertEquals(List.of(), entries());
    }

    @Test
    void mapsThatReadAFolderAreNotStored() throws Exception {
        Files.createDirectories(folder.resolve("pictures"));
        new vermeer.image.Pixels(1, 1, new int[] {0xff0000}).writePng(folder.resolve("pictures/one.png"));
        explain("net", new ExpectedGradients(folder.resolve("pictures"), 2, 2, 1, Reduction.SUM), first);
        assertEquals(List.of(), entries());
    }

    @Test
    void noBytesThatAreNoAttributionAreRead() throws Exception {
        byte[] whole = AttributionFile.write(explain("net", new Gradient(), first));
        assertEquals(AttributionFile.read(whole), explain("net", new Gradient(), first));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] mutant = whole.clone();
            int place = random.nextInt(mutant.length);
            mutant[place] = (byte) (mutant[place] ^ 1 << random.nextInt(8));
            assertThrows(IOException.class, () -> AttributionFile.read(mutant));
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThrows(IOException.class, () -> AttributionFile.read(cut));
        }
    }

    private Attribution explain(String name, AttributionMethod method, Target target) throws Exception {
        return new StoredMaps(cache(), 0)
                .explain(name, network, method, subject(target), Sketch.none(), Progress.none());
    }

    private DiskCache cache() {
        return new DiskCache(folder.resolve("cache"), 100_000_000);
    }

    private Subject subject(Target target) {
        return new Subject(network.picture(), new Region(1, 2, 64, 64), target);
    }

    private List<Path> entries() throws IOException {
        if (!Files.exists(folder.resolve("cache"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
