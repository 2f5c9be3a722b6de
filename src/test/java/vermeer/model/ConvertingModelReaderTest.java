package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.engine.Engine;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

class ConvertingModelReaderTest {
    private static final Path SAMPLE = Path.of("sample-models", "mobilenet_v2.zip");

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void aDeeplearning4jZipOpensThroughTheSameWayAndStaysConverted() throws Exception {
        try (Engine engine = Engine.start()) {
            DiskCache cache = new DiskCache(folder, DiskCache.TEN_GIGABYTES);
            Models models = Models.ofEveryFormat(engine, cache, List.of());
            long size;
            try (OpenModel model = models.open(SAMPLE, Optional.empty(), Progress.none())) {
                assertEquals(1000, model.scores().classes());
                assertTrue(model.parity().orElseThrow().passed());
                assertTrue(model.gradients().isPresent(), model.noGradientReason());
                int[] shape = model.scores().inputShape();
                Tensor picture = Tensor.zeros(1, shape[0], shape[1], shape[2]);
                Gradients.Gradient gradient =
                        model.gradients().orElseThrow().gradient(picture, Target.of(3, "three"), Progress.none());
                assertEquals(1000, gradient.logits().itemSize());
                size = cache.size();
                assertTrue(size > 10_000_000, "the cache has " + size + " bytes");
            }
            long started = System.nanoTime();
            models.open(SAMPLE, Optional.empty(), Progress.none()).close();
            long seconds = (System.nanoTime() - started) / 1_000_000_000;
            assertTrue(seconds < 5, "opening again took " + seconds + " s");
            assertEquals(size, cache.size());
        }
    }

    @Test
    void aZooNetworkThatCannotBeBuiltSaysWhy() throws Exception {
        try (Engine engine = Engine.start()) {
            Models models = Models.ofEveryFormat(engine, new DiskCache(folder, 1_000_000), List.of());
            for (ZooNetwork network : new Zoo(Download.patient()).networks()) {
                if (!network.buildable()) {
                    String sentence = assertThrows(ModelException.class, () -> models.openZoo(network, Progress.none()))
                            .getMessage();
                    assertTrue(sentence.startsWith(network.name()), sentence);
                }
            }
        }
    }
}
