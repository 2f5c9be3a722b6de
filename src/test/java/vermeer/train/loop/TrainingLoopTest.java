package vermeer.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.TrainingException;

class TrainingLoopTest {
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
    void aRunThatIsBrokenOffTwiceEqualsTheUnbrokenOneToTheBit() throws Exception {
        Map<String, String> settings = Map.of(
                "epochs", "4", "batch", "5", "dropout", "0.2", "unfreeze-every", "1", "balancing", "over-sampling");
        RunFolder unbroken = ToyRun.write(folder.resolve("unbroken"), "stem_relu", settings);
        List<float[]> expected = ToyRun.finish(engine, unbroken);
        RunFolder broken = ToyRun.write(folder.resolve("broken"), "stem_relu", settings);
        ToyRun.breakOffAfter(engine, 3, broken);
        ToyRun.breakOffAfter(engine, 6, broken);
        List<float[]> actual = ToyRun.finish(engine, broken);
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i));
        }
        TrainedWeights first = TrainedWeights.read(unbroken);
        TrainedWeights second = TrainedWeights.read(broken);
        assertEquals(first.epoch(), second.epoch());
        assertArrayEquals(first.head().weights(), second.head().weights());
        assertEquals(4, ToyRun.epochs(broken).size(), "no epoch is told twice");
    }

    @Test
    void theWeightsOfTheBestEpochAreKeptAndNotThoseOfTheLast() throws Exception {
        RunFolder run = ToyRun.write(
                folder,
                "features",
                Map.of(
                        "epochs",
                        "12",
                        "batch",
                        "4",
                        "learning-rate",
                        "0.3",
                        "monitor",
                        "loss",
                        "schedule",
                        "constant"));
        List<float[]> last = ToyRun.finish(engine, run);
        List<JsonNode> epochs = ToyRun.epochs(run);
        int best = IntStream.rangeClosed(1, 12)
                .reduce((a, b) -> loss(epochs, b) < loss(epochs, a) ? b : a)
                .orElseThrow();
        TrainedWeights kept = TrainedWeights.read(run);
        assertEquals(best, kept.epoch());
        assertTrue(best < 12, "the test is about a run that becomes worse in the end");
        assertFalse(java.util.Arrays.equals(last.get(0), kept.head().weights()));
        double restored = RunPredictions.of(run, engine, Progress.none())
                .get(vermeer.data.Split.DEV)
                .loss(0);
        assertTrue(Double.isFinite(restored));
        double mean = IntStream.range(0, ToyRun.DEV)
                .mapToDouble(i -> predictionLoss(run, i))
                .average()
                .orElseThrow();
        assertEquals(loss(epochs, best), mean, 1e-5, "the kept weights answer as those of the best epoch did");
    }

    private static double predictionLoss(RunFolder run, int picture) {
        try {
            return RunPredictions.of(run, engine, Progress.none())
                    .get(vermeer.data.Split.DEV)
                    .loss(picture);
        } catch (TrainingException | CancelledException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itStopsEarlyWhereNothingImproves() throws Exception {
        RunFolder run = ToyRun.write(
                folder,
                "features",
                Map.of(
                        "epochs",
                        "200",
                        "patience",
                        "3",
                        "learning-rate",
                        "0.3",
                        "monitor",
                        "loss",
                        "schedule",
                        "constant"));
        try (TrainingLoop loop = TrainingLoop.open(run, engine, Progress.none())) {
            RunOutcome outcome = loop.run(Progress.none());
            assertEquals("early", outcome.reason());
            assertEquals(3, outcome.epochs() - outcome.bestEpoch());
        }
    }

    @Test
    void lossesThatAreNoNumbersEndTheRunWithASentence() throws Exception {
        Map<String, String> wild = Map.of("optimiser", "sgd", "learning-rate", "10", "batch", "4");
        RunFolder hopeless = ToyRun.write(folder, "features", wild, 1e30f);
        try (TrainingLoop loop = TrainingLoop.open(hopeless, engine, Progress.none())) {
            TrainingException sentence = assertThrows(TrainingException.class, () -> loop.run(Progress.none()));
            assertTrue(sentence.getMessage().contains("learning rate"), sentence.getMessage());
        }
    }

    @Test
    void frozenLayersStayAsTheyWereUntilTheirEpochComes() throws Exception {
        Map<String, String> settings = Map.of("epochs", "2", "unfreeze-every", "1", "learning-rate", "0.01");
        RunFolder run = ToyRun.write(folder, "stem_relu", settings);
        TrainingState before =
                TrainingState.initial(TrainedWeights.tail(run), TrainedWeights.zeroHead(run.readPlan()), 1);
        List<float[]> after = ToyRun.finish(engine, run);
        for (int i = 0; i < after.size(); i++) {
            Parameter parameter = before.parameters().get(i);
            boolean changed = !java.util.Arrays.equals(parameter.value(), after.get(i));
            assertEquals(parameter.depth() <= 1, changed, parameter.name());
        }
    }

    @Test
    void aDamagedCheckpointIsRefusedInOneSentence() throws Exception {
        RunFolder run = ToyRun.write(folder, "features", Map.of("epochs", "1"));
        ToyRun.finish(engine, run);
        byte[] bytes = Files.readAllBytes(run.checkpoint());
        bytes[bytes.length / 2] ^= 1;
        Files.write(run.checkpoint(), bytes);
        TrainingException refused = assertThrows(TrainingException.class, () -> TrainedWeights.read(run));
        assertTrue(refused.getMessage().contains("damaged"), refused.getMessage());
    }

    @Test
    void aDiskThatTakesNoMoreEndsTheRunInOneSentenceAndTheLastCheckpointStays() throws Exception {
        RunFolder run = ToyRun.write(folder, "features", Map.of("epochs", "3", "batch", "7"));
        ToyRun.breakOffAfter(engine, 5, run);
        byte[] before = Files.readAllBytes(run.checkpoint());
        try (TrainingLoop loop = TrainingLoop.open(run, engine, Progress.none())) {
            Files.delete(run.events());
            Files.createDirectory(run.events());
            TrainingException sentence = assertThrows(TrainingException.class, () -> loop.run(Progress.none()));
            assertTrue(sentence.getMessage().contains("the disk is full or the folder is gone"), sentence.getMessage());
        }
        assertArrayEquals(before, Files.readAllBytes(run.checkpoint()));
    }

    @Test
    void theHeadMayStartFromARegressionThatAlreadyKnowsTheClasses() throws Exception {
        RunFolder run = ToyRun.write(
                folder, "features", Map.of("epochs", "1", "head-start", "regression", "learning-rate", "1e-6"), 3);
        ToyRun.finish(engine, run);
        assertEquals(
                1.0, ToyRun.epochs(run).get(0).path("train").path("accuracy").asDouble());
    }

    @Test
    void theRateFinderSeesTheLossFallAndProposesARateBeforeItRises() throws Exception {
        RunFolder run = ToyRun.write(folder, "features", Map.of("batch", "7"));
        vermeer.train.RateCurve curve = RateFinder.find(run, engine, Progress.none());
        double first = curve.points().get(0).loss();
        assertEquals(Math.log(2), first, 1e-5, "a head of zeros gives both classes the same probability");
        assertTrue(curve.points().stream().anyMatch(point -> point.loss() < first / 2));
        assertTrue(curve.proposed() > 1e-4 && curve.proposed() < 0.2, "proposed " + curve.proposed());
        assertFalse(Files.exists(run.checkpoint()), "the run itself is not touched");
    }

    private static double loss(List<JsonNode> epochs, int epoch) {
        return epochs.get(epoch - 1).path("dev").path("loss").asDouble();
    }
}
