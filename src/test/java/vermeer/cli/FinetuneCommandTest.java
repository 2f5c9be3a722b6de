package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.train.RunFolder;
import vermeer.train.ToyTraining;

/** From a folder of photos to a model file, on the command line. */
class FinetuneCommandTest {
    @TempDir
    Path folder;

    private final CommandRun run = new CommandRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void everyEpochIsALineOfJsonAndTheLastLineSaysAllErrors() throws Exception {
        Path photos = ToyTraining.photos(folder.resolve("photos"), 4, "a∕slash", "🐝 bees");
        Files.createDirectories(photos.resolve("train/empty"));
        assertEquals(0, finetune(photos, "--epochs", 2, "--format", "json"), run.err());
        assertTrue(run.err().contains("'empty' holds no photos and is left out"), run.err());
        assertTrue(run.err().contains("Fewer than 20 photos to train on"), run.err());
        List<JsonNode> lines = lines();
        assertEquals(List.of("epoch", "epoch", "done", "summary"), names(lines));
        JsonNode epoch = lines.get(1);
        assertEquals(2, epoch.path("epoch").asInt());
        assertEquals(8, epoch.path("train").path("pictures").asInt());
        assertEquals(8, epoch.path("dev").path("pictures").asInt());
        assertTrue(epoch.path("dev").path("loss").isNumber());
        JsonNode summary = lines.get(3);
        for (String split : List.of("train", "dev")) {
            assertEquals(8, summary.path("splits").path(split).path("pictures").asInt());
            assertTrue(summary.path("splits").path(split).path("error").isNumber());
        }
        assertEquals("[\"a∕slash\",\"🐝 bees\"]", summary.path("classes").toString());
        assertTrue(Files.isRegularFile(Path.of(summary.path("model").asText())));
        byte[] model = Files.readAllBytes(out().model());
        assertEquals(0, run.of("finetune", "--resume", out().path(), "--format", "json"), run.err());
        assertEquals(names(lines), names(lines()), "an ended run that is resumed ends at once");
        assertEquals(model.length, Files.size(out().model()));
    }

    @Test
    void weakLabelsAreLearnedFirstInOneRun() throws Exception {
        ToyTraining.photos(folder.resolve("weak"), 4, "lying", "standing");
        Path photos = photos("photos");
        Files.move(folder.resolve("weak/train"), photos.resolve("web"));
        assertEquals(
                0,
                finetune(photos, "--weak", "web", "--set", "weak-epochs=1", "--epochs", 2, "--format", "json"),
                run.err());
        List<String> stages = lines().stream()
                .filter(line -> line.path("event").asText().equals("epoch"))
                .map(line -> line.path("stage").asText())
                .toList();
        assertEquals(List.of("weak labels", "precise labels", "precise labels"), stages);
        assertEquals(1, finetune(photos, "--weak", "nowhere"));
        assertTrue(run.err().contains("There is no part 'nowhere'"), run.err());
    }

    @Test
    void aPictureThatIsInTwoSplitsIsNamedAndLeftOutOfTraining() throws Exception {
        Path photos = photos("photos");
        Files.copy(photos.resolve("val/lying/0.png"), photos.resolve("train/lying/copy.png"));
        assertEquals(0, finetune(photos, "--find-rate", "--format", "json"), run.err());
        JsonNode found = lines().get(0);
        assertEquals("duplicates", found.path("event").asText());
        assertTrue(found.path("exact").asBoolean());
        assertTrue(
                found.toString().contains("{\"key\":\"train/lying/copy.png\",\"split\":\"train\",\"leftOut\":true}"));
        assertFalse(out().readPlan().rows().train().keys().contains("train/lying/copy.png"));
        assertTrue(Files.exists(photos.resolve("train/lying/copy.png")), "nothing of the user's is touched");
        assertEquals(0, finetune(photos, "--find-rate", "--keep-duplicates"), run.err());
        assertTrue(run.err().contains("the network looks better than it is"), run.err());
        assertTrue(out().readPlan().rows().train().keys().contains("train/lying/copy.png"));
    }

    @Test
    void networksAndCutsAreTriedAndTheCheapestOfTheGoodOnesIsTrained() throws Exception {
        Path photos = photos("photos");
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no network");
        Path other = Files.copy(ToyTraining.model(folder), folder.resolve("other.onnx"));
        assertEquals(
                0,
                finetune(
                        photos,
                        "--cut",
                        "auto",
                        "--no-samples",
                        "--candidate",
                        other,
                        "--candidate",
                        broken,
                        "--epochs",
                        1,
                        "--format",
                        "json"),
                run.err());
        assertTrue(run.err().contains("Not tried: "), run.err());
        List<JsonNode> trials = lines().stream()
                .filter(line -> line.path("event").asText().equals("trial"))
                .toList();
        assertEquals(
                2,
                trials.stream().map(trial -> trial.path("network")).distinct().count());
        assertEquals(
                1,
                trials.stream()
                        .filter(trial -> trial.path("chosen").asBoolean())
                        .count());
        JsonNode chosen = lines().get(trials.size());
        assertEquals("chosen", chosen.path("event").asText());
        JsonNode summary = lines().get(lines().size() - 1);
        assertEquals(chosen.path("cut"), summary.path("cut"));
        assertEquals(chosen.path("network"), summary.path("source"));
    }

    @Test
    void cutsAreListedWithoutAFolderToWriteTo() throws Exception {
        Path model = ToyTraining.model(folder);
        assertEquals(0, run.of("finetune", "--model", model, "--data", photos("photos"), "--cut", "list"), run.err());
        assertTrue(run.out().startsWith("head ") && run.out().contains("block"), run.out());
        assertEquals(2, run.of("finetune", "--model", model, "--data", folder));
        assertTrue(run.err().contains("Missing required option: '--out' (or --resume DIR)."), run.err());
    }

    private int finetune(Path photos, Object... more) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(
                "finetune", "--model", ToyTraining.model(folder), "--data", photos, "--out", folder.resolve("run")));
        arguments.addAll(List.of(more));
        return run.of(arguments.toArray());
    }

    private RunFolder out() {
        return new RunFolder(folder.resolve("run"));
    }

    private Path photos(String name) throws Exception {
        return ToyTraining.photos(folder.resolve(name), 4, "lying", "standing");
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static List<String> names(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("event").asText()).toList();
    }
}
