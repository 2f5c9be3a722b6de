package vermeer.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.cache.DiskCache;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;
import vermeer.engine.Engine;
import vermeer.image.PictureReader;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.setting.Settings;
import vermeer.tensor.Tensor;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;
import vermeer.train.feature.Features;

/** The whole way with the toy network, with real worker processes. */
class FineTuningTest {
    private static final Map<String, String> SETTINGS =
            Map.of("epochs", "30", "batch", "4", "learning-rate", "0.01", "tail-rate", "0.5");

    private static final int EPOCHS_A_KILL = 40;

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
    void aTunedModelOpensKnowsItsClassesAndAnswersAsItsParts() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 8, "a∕slash", "🐝 bees");
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            assertTrue(prepare(tuning, model, photos, run).isEmpty());
            List<JsonNode> events = new ArrayList<>();
            RunOutcome outcome = tuning.train(run, events::add, Progress.none());
            assertEquals(30, outcome.epochs());
            assertEquals(31, events.size(), "30 epochs and the end");
            JoinCheck check = tuning.finish(model, run, Progress.none());
            assertEquals(16, check.pictures());
            assertTrue(check.largestDifference() < 1e-4, () -> "differs by " + check.largestDifference());
            assertTrue(check.predictions().get(Split.DEV).errors() <= 2, "stripes are easy to tell apart");
        }
        try (OpenModel tuned = Models.ofEveryFormat(engine).open(run.model(), Optional.empty(), Progress.none())) {
            assertEquals(List.of("a∕slash", "🐝 bees"), tuned.classNames());
            assertEquals("", String.join(" ", tuned.notices()));
            assertTrue(tuned.source().metadata().get(TunedModel.RECORD).contains("\"cut\":\"block\""));
            Tensor logits = tuned.scores().logits(Tensor.zeros(2, 3, 16, 16), Progress.none());
            assertArrayEquals(new int[] {2, 2}, logits.shape());
        }
    }

    @Test
    void aPausedRunGoesOnAndEqualsTheUnbrokenOne() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 5, "lying", "standing");
        RunFolder unbroken = new RunFolder(folder.resolve("unbroken"));
        RunFolder paused = new RunFolder(folder.resolve("paused"));
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            prepare(tuning, model, photos, unbroken);
            prepare(tuning, model, photos, paused);
            tuning.train(unbroken, event -> {}, Progress.none());
            Cancellation pause = new Cancellation((done, total) -> {});
            assertThrows(CancelledException.class, () -> tuning.train(paused, event -> pause.cancel(), pause));
            tuning.readyAgain(model, paused, false, Progress.none());
            tuning.train(paused, event -> {}, Progress.none());
        }
        assertArrayEquals(weights(unbroken), weights(paused));
    }

    @Test
    void aWorkerThatIsKilledLosesNoCheckpoint() throws Exception {
        killed(2);
    }

    @Test
    @Tag("full")
    void aWorkerThatIsKilledAHundredTimesLosesNoCheckpoint() throws Exception {
        killed(100);
    }

    /** Every kill hits a run under way; the run is long enough for all of them. */
    private void killed(int times) throws Exception {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("epochs", Integer.toString(EPOCHS_A_KILL * times));
        settings.put("batch", "2");
        Path photos = ToyTraining.photos(folder.resolve("photos"), 5, "lying", "standing");
        RunFolder unbroken = new RunFolder(folder.resolve("unbroken"));
        RunFolder run = new RunFolder(folder.resolve("run"));
        Random random = new Random(9);
        AtomicInteger epoch = new AtomicInteger();
        Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            prepare(tuning, model, photos, unbroken, settings);
            tuning.train(unbroken, event -> {}, Progress.none());
            prepare(tuning, model, photos, run, settings);
            for (int kills = 0; kills < times; kills++) {
                int last = epoch.get() + random.nextInt(20);
                TrainingException died = assertThrows(
                        TrainingException.class,
                        () -> tuning.train(
                                run,
                                event -> {
                                    epoch.accumulateAndGet(event.path("epoch").asInt(), Math::max);
                                    if (epoch.get() > last) {
                                        kill(others);
                                    }
                                },
                                Progress.none()));
                assertTrue(died.getMessage().contains("worker"), died.getMessage());
                if (Files.exists(run.checkpoint())) {
                    vermeer.train.loop.TrainedWeights.read(run);
                }
            }
            tuning.train(run, event -> {}, Progress.none());
        }
        assertArrayEquals(weights(unbroken), weights(run));
        assertEquals(epochs(unbroken), epochs(run), "every epoch is told once");
    }

    private static List<String> epochs(RunFolder run) throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode event : new EventLog(run.events()).poll()) {
            lines.add(event.path("epoch") + " " + event.path("train") + event.path("dev"));
        }
        return lines;
    }

    /** Kills the training workers: what this process has started since. Their command lines are too long to be told apart. */
    private static void kill(Set<ProcessHandle> others) {
        ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void brokenPhotosAreLeftOutAndNamed() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 4, "lying", "standing");
        Files.write(photos.resolve("train/lying/1.png"), new byte[] {1, 2, 3});
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            List<Features.Unreadable> unreadable = prepare(tuning, model, photos, run);
            assertEquals(1, unreadable.size());
            assertEquals("train/lying/1.png", unreadable.get(0).key());
            assertEquals(7, run.readPlan().rows().train().size());
        }
    }

    @Test
    void aFolderThatVanishesIsOneSentence() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 2, "lying", "standing");
        TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
        Files.move(photos, folder.resolve("elsewhere"));
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            Cut cut = FineTuning.cuts(FineTuning.backbone(model), 2).get(0);
            TrainingException refused = assertThrows(
                    TrainingException.class,
                    () -> tuning.prepare(
                            model,
                            cut,
                            data,
                            new TrainingSettings(),
                            new RunFolder(folder.resolve("run")),
                            Progress.none()));
            assertTrue(refused.getMessage().contains("still there"), refused.getMessage());
        }
    }

    @Test
    void aFolderThatVanishesWhileTrainingIsNotNeededAnyMore() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 1, "lying", "standing");
        RunFolder run = new RunFolder(folder.resolve("run"));
        try (OpenModel model = open();
                FineTuning tuning = tuning()) {
            prepare(tuning, model, photos, run);
            Files.move(photos, folder.resolve("elsewhere"));
            assertEquals("done", tuning.train(run, event -> {}, Progress.none()).reason());
            JoinCheck check = tuning.finish(model, run, Progress.none());
            assertEquals(0, check.pictures(), "there are no photos left to compare on");
            assertEquals(2, check.predictions().get(Split.DEV).size());
        }
        assertTrue(Files.isRegularFile(run.model()));
    }

    @Test
    void oneClassCannotBeLearned() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 2, "same", "same");
        TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
        TrainingException refused = assertThrows(TrainingException.class, data::check);
        assertTrue(refused.getMessage().contains("only one class, 'same'"), refused.getMessage());
    }

    @Test
    void twoRunsInOneFolderAreRefused() throws Exception {
        RunFolder run = new RunFolder(folder);
        try (RunFolder.Hold hold = run.hold()) {
            TrainingException refused = assertThrows(TrainingException.class, () -> run.hold(Duration.ZERO));
            assertTrue(refused.getMessage().startsWith("Another run"), refused.getMessage());
        }
    }

    private OpenModel open() throws Exception {
        return Models.ofEveryFormat(engine).open(ToyTraining.model(folder), Optional.empty(), Progress.none());
    }

    private FineTuning tuning() {
        return new FineTuning(
                engine,
                new PictureReader((file, progress) -> {
                    throw new IllegalStateException();
                }),
                new DiskCache(folder.resolve("cache"), 100_000_000));
    }

    private static List<Features.Unreadable> prepare(FineTuning tuning, OpenModel model, Path photos, RunFolder run)
            throws Exception {
        return prepare(tuning, model, photos, run, SETTINGS);
    }

    private static List<Features.Unreadable> prepare(
            FineTuning tuning, OpenModel model, Path photos, RunFolder run, Map<String, String> settings)
            throws Exception {
        TrainingData data = TrainingData.of(Prepared.of(photos, Progress.none()));
        data.check();
        Cut cut = Cuts.named(
                FineTuning.cuts(
                        FineTuning.backbone(model), data.splits().classes().size()),
                "block");
        return tuning.prepare(model, cut, data, Settings.apply(new TrainingSettings(), settings), run, Progress.none());
    }

    private static float[] weights(RunFolder run) throws Exception {
        return vermeer.train.loop.TrainedWeights.read(run)
                .weights()
                .get("last_weights")
                .toFloats();
    }
}
