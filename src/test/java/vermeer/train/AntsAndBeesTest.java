package vermeer.train;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import vermeer.setting.Settings;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;

/** Real photos on a real network, where they are there. */
class AntsAndBeesTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");

    private static final PictureReader READER = new PictureReader((file, progress) -> {
        throw new IllegalStateException("all photos are JPEG");
    });

    @TempDir
    Path folder;

    @Test
    @Tag("full")
    void aNewHeadOnMobileNetIsRightOn93PercentOfDev() throws Exception {
        Path photos = SHARED.resolve("datasets/ants-bees");
        Path network = SHARED.resolve("models/mobilenet_v2.onnx");
        assumeTrue(Files.isDirectory(photos) && Files.isRegularFile(network), "../shared is not here");
        try (Engine engine = Engine.start();
                OpenModel model = Models.ofEveryFormat(engine).open(network, Optional.empty(), Progress.none());
                FineTuning tuning =
                        new FineTuning(engine, READER, new DiskCache(folder.resolve("cache"), 1_000_000_000))) {
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

    @Test
    @Tag("full")
    void theSampleZipTunedFromItsFourteenthBlockOnIsAZipAgain() throws Exception {
        Path photos = SHARED.resolve("datasets/ants-bees");
        assumeTrue(Files.isDirectory(photos), "../shared is not here");
        Path network = Path.of(System.getProperty("user.dir"), "sample-models", "mobilenet_v2.zip");
        DiskCache cache = new DiskCache(folder.resolve("cache"), 1_000_000_000);
        try (Engine engine = Engine.start();
                OpenModel model = Models.ofEveryFormat(engine, cache, List.of())
                        .open(network, Optional.empty(), Progress.none());
                FineTuning tuning = new FineTuning(engine, READER, cache)) {
            RunFolder run = new RunFolder(folder.resolve("run"));
            TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
            Cut cut = Cuts.named(FineTuning.cuts(FineTuning.backbone(model), 2), "block13_add/Add");
            TrainingSettings settings = Settings.apply(new TrainingSettings(), Map.of("epochs", "1"));
            tuning.prepare(model, cut, data, settings, run, Progress.none());
            tuning.train(run, event -> {}, Progress.none());
            ZipOutcome zip = tuning.finish(model, run, Progress.none()).zip().orElseThrow();
            ZipOutcome.Written written = assertInstanceOf(ZipOutcome.Written.class, zip, zip::sentence);
            assertTrue(written.largestDifference() < 1e-5, zip.sentence());
            assertTrue(
                    written.pictures() == 20 && written.layers() == 26,
                    zip.json().toString());
        }
    }
}
