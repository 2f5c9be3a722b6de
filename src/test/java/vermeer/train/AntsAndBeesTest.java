package vermeer.train;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.engine.Engine;
import vermeer.evaluation.Predictions;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** Real photos on a real network, where they are there. */
class AntsAndBeesTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void aNewHeadOnMobileNetIsRightOn93PercentOfDev() throws Exception {
        Path photos = SHARED.resolve("datasets/ants-bees");
        Path network = SHARED.resolve("models/mobilenet_v2.onnx");
        assumeTrue(Files.isDirectory(photos) && Files.isRegularFile(network), "../shared is not here");
        PictureReader reader = new PictureReader((file, progress) -> {
            throw new IllegalStateException("all photos are JPEG");
        });
        try (Engine engine = Engine.start();
                OpenModel model = Models.ofEveryFormat(engine).open(network, Optional.empty(), Progress.none());
                FineTuning tuning =
                        new FineTuning(engine, reader, new DiskCache(folder.resolve("cache"), 1_000_000_000))) {
            RunFolder run = new RunFolder(folder.resolve("run"));
            TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
            tuning.prepare(
                    model,
                    FineTuning.cuts(FineTuning.backbone(model), 2).get(0),
                    data,
                    new TrainingSettings(),
                    run,
                    Progress.none());
            tuning.train(run, event -> {}, Progress.none());
            Predictions dev =
                    tuning.finish(model, run, Progress.none()).predictions().get(Split.DEV);
            assertTrue(dev.size() == 153 && dev.errors() <= 0.07 * dev.size(), dev.errors() + " of 153 are wrong");
        }
    }
}
