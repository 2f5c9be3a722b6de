package vermeer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.data.decision.Prepared;
import vermeer.dl4j.TunedNetworks;
import vermeer.engine.Engine;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;
import vermeer.train.loop.TrainedWeights;

/** A network of DL4J tuned on generated pictures and written back as a DL4J zip, with real worker processes. */
class ZipWritingTest {
    private static final String PROFILE =
            "{\"height\":16,\"width\":16,\"mean\":127.5,\"std\":127.5,\"resize\":\"stretch\"}";
    private static final Map<String, String> SETTINGS = Map.of(
            "epochs", "4", "batch", "4", "learning-rate", "0.01", "tail-rate", "0.5", "balancing", "over-sampling");
    private static final PictureReader READER = new PictureReader((file, progress) -> {
        throw new IllegalStateException("all pictures are PNG");
    });

    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aTunedZipIsWrittenBackAsAZipThatAgreesWithTheOnnxFile() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        JoinCheck check;
        try (OpenModel model = source();
                FineTuning tuning = new FineTuning(engine, READER, cache())) {
            trained(tuning, model, run);
            check = tuning.finish(model, run, Progress.none());
        }
        ZipOutcome.Written written =
                assertInstanceOf(ZipOutcome.Written.class, check.zip().orElseThrow());
        assertTrue(written.largestDifference() < 1e-5, () -> "differs by " + written.largestDifference());
        assertEquals(8, written.pictures());
        assertEquals(5, written.layers(), "three convolutions with weights and two batch normalisations with shifts");
        JsonNode record = new ObjectMapper().readTree(run.record().toFile());
        assertEquals("model.zip", record.path("zip").path("file").asText());
        try (OpenModel zip = models().open(run.zip(), Optional.empty(), Progress.none());
                OpenModel onnx = models().open(run.model(), Optional.empty(), Progress.none())) {
            assertEquals(List.of("lying", "standing"), zip.classNames());
            assertEquals(onnx.profile().height(), zip.profile().height());
            assertTrue(onnx.source().metadata().get(TunedModel.RECORD).contains("\"zip\":{\"file\":\"model.zip\""));
        }
        try (Stream<Path> files = Files.list(run.path())) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith(".zip")), "scratch is gone");
        }
    }

    @Test
    @Tag("full")
    void aZipThatAnswersOtherwiseIsNotLeft() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (OpenModel model = source();
                FineTuning tuning = new FineTuning(engine, READER, cache())) {
            trained(tuning, model, run);
            RunPlan plan = run.readPlan();
            var backbone = FineTuning.backbone(model);
            var tuned = TunedModel.joined(backbone, plan, TrainedWeights.read(run), Optional.empty());
            Files.writeString(run.zip(), "from before");
            ZipOutcome outcome = new ZipWriting(engine, cache())
                    .write(
                            model,
                            backbone,
                            tuned,
                            List.of(),
                            run,
                            CheckPhotos.of(READER, model.profile(), plan),
                            Progress.none());
            ZipOutcome.Refused refused = assertInstanceOf(ZipOutcome.Refused.class, outcome);
            assertTrue(refused.reason().contains("it answers with"), refused.reason());
            assertFalse(Files.exists(run.zip()));
        }
    }

    private static void trained(FineTuning tuning, OpenModel model, RunFolder run) throws Exception {
        Path photos = ToyTraining.photos(run.path().resolveSibling("photos"), 4, "lying", "standing");
        Files.copy(photos.resolve("train/lying/1.png"), photos.resolve("train/lying/more.png"));
        TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
        Cut cut = Cuts.named(FineTuning.cuts(FineTuning.backbone(model), 2), "stem_relu/Clip");
        tuning.prepare(model, cut, data, Settings.apply(new TrainingSettings(), SETTINGS), run, Progress.none());
        tuning.train(run, event -> {}, Progress.none());
    }

    private OpenModel source() throws Exception {
        Path zip = TunedNetworks.savedGraph(folder.resolve("source.zip"));
        Files.writeString(folder.resolve("source.profile.json"), PROFILE);
        return models().open(zip, Optional.empty(), Progress.none());
    }

    private Models models() {
        return Models.ofEveryFormat(engine, cache(), List.of());
    }

    private DiskCache cache() {
        return new DiskCache(folder.resolve("cache"), 100_000_000);
    }
}
