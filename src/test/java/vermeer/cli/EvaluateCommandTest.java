package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.data.balance.Balance;
import vermeer.data.balance.CostMatrix;
import vermeer.data.decision.DecisionsFile;
import vermeer.evaluation.handover.Handover;

/** Evaluation from a folder to figures, on a network that is known by heart. */
class EvaluateCommandTest {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0x00ff00;
    private static final int BLUE = 0x0000ff;

    @TempDir
    Path folder;

    private final CommandRun run = new CommandRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void everySplitHasItsMeasuresAndTestIsLeftAlone() throws Exception {
        Path model = TinyNetwork.write(folder);
        Path data = folder.resolve("data");
        for (int i = 0; i < 6; i++) {
            TinyNetwork.picture(data.resolve("train/reds/" + i + ".png"), RED);
            TinyNetwork.picture(data.resolve("train/Navy/" + i + ".png"), BLUE);
            TinyNetwork.picture(data.resolve("val/reds/" + i + ".png"), i < 2 ? GREEN : RED);
            TinyNetwork.picture(data.resolve("val/Navy/" + i + ".png"), BLUE);
            TinyNetwork.picture(data.resolve("test/Navy/" + i + ".png"), RED);
        }
        Path out = folder.resolve("out");
        assertEquals(
                0, run.of("evaluate", "--model", model, "--data", data, "--format", "json", "--out", out), run.err());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertEquals(2, json.get("parts").size());
        JsonNode dev = json.get("parts").get(1);
        assertEquals("dev", dev.get("split").textValue());
        assertEquals(12, dev.get("pictures").intValue());
        assertEquals(10 / 12.0, dev.get("accuracy").get("value").doubleValue(), 1e-12);
        assertEquals(
                "[[4,2,0],[0,0,0],[0,0,6]]", dev.get("confusion").get("counts").toString());
        assertEquals(0.5520, dev.get("accuracy").get("low").doubleValue(), 1e-4);
        // A quarter of the input at 0.5 makes a logit of 1; the others are 0.
        assertEquals(
                Math.log(Math.E + 2) - 1,
                json.get("topLosses").get(5).get("loss").doubleValue(),
                1e-4);
        assertTrue(json.get("topLosses").get(0).get("picture").textValue().startsWith("val/reds/"));
        assertEquals(24 + 1, Files.readAllLines(out.resolve("predictions.csv")).size());
        assertEquals(
                json, new ObjectMapper().readTree(out.resolve("evaluation.json").toFile()));
        assertTrue(run.err().contains("'Navy' is taken for the model's class 'blue, navy'."), run.err());
    }

    @Test
    void testIsLookedAtOnRequest() throws Exception {
        Path data = folder.resolve("data");
        TinyNetwork.picture(data.resolve("test/red/a.png"), RED);
        Path model = TinyNetwork.write(folder);
        assertEquals(1, run.of("evaluate", "--model", model, "--data", data));
        assertTrue(run.err().contains("--test"), run.err());
        assertEquals(0, run.of("evaluate", "--model", model, "--data", data, "--test"), run.err());
        assertTrue(run.out().contains("test: 1 pictures, 0 wrong"), run.out());
    }

    @Test
    void brokenPicturesAndUnknownClassesAreNamedAndTheRestIsJudged() throws Exception {
        Path data = folder.resolve("data");
        TinyNetwork.picture(data.resolve("red/a.png"), RED);
        TinyNetwork.picture(data.resolve("wasp 🐝/b.png"), RED);
        Files.writeString(data.resolve("red/broken.jpg"), "no picture");
        assertEquals(1, run.of("evaluate", "--model", TinyNetwork.write(folder), "--data", data));
        assertTrue(run.err().contains("broken.jpg"), run.err());
        assertTrue(run.err().contains("the model does not know them: wasp 🐝."), run.err());
        assertTrue(run.out().contains("all: 1 pictures, 0 wrong"), run.out());
        assertFalse(run.out().contains("NaN"), run.out());
    }

    @Test
    void aModelThatKnowsNoneOfTheClassesIsToldInOneSentence() throws Exception {
        Path data = folder.resolve("data");
        TinyNetwork.picture(data.resolve("wasp/b.png"), RED);
        assertEquals(1, run.of("evaluate", "--model", TinyNetwork.write(folder), "--data", data));
        assertTrue(run.err().contains("knows none of the classes"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
    }

    @Test
    void adviceIsReadFromTheEvaluation() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 10; i++) {
            TinyNetwork.picture(data.resolve("train/red/" + i + ".png"), RED);
            TinyNetwork.picture(data.resolve("dev/red/" + i + ".png"), GREEN);
        }
        Path out = folder.resolve("out");
        assertEquals(
                0, run.of("evaluate", "--model", TinyNetwork.write(folder), "--data", data, "--out", out), run.err());
        assertEquals(0, run.of("advise", out, "--human-error", "1%"), run.err());
        assertTrue(run.out().contains("Variance first: the dev error is 100.0 points"), run.out());
        assertTrue(run.out().contains("human level         1.0 %"), run.out());
        assertEquals(0, run.of("advise", out, "--format", "json"), run.err());
        assertEquals(
                "act", new ObjectMapper().readTree(run.out()).get("verdict").textValue());
        assertEquals(2, run.of("advise", out, "--human-error", "some"));
        assertEquals(1, run.of("advise", folder));
        assertTrue(run.err().contains("holds neither evaluation.json nor summary.json"), run.err());
    }

    @Test
    void theLearningCurveNeedsNoClassesOfTheModel() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 12; i++) {
            TinyNetwork.picture(data.resolve("rust/" + i + ".png"), RED);
            TinyNetwork.picture(data.resolve("sky/" + i + ".png"), BLUE);
        }
        Path model = TinyNetwork.write(folder);
        assertEquals(0, run.of("learning-curve", "--model", model, "--data", data, "--format", "json"), run.err());
        JsonNode json = new ObjectMapper().readTree(run.out());
        JsonNode points = json.get("points");
        assertEquals(10, points.get(points.size() - 1).get("pictures").intValue());
        assertEquals(0, points.get(points.size() - 1).get("error").get("value").doubleValue());
        assertTrue(json.get("sentence").textValue().startsWith("The error is so low"), run.out());
        Files.delete(data.resolve("sky/11.png"));
        Files.delete(data.resolve("sky/10.png"));
        Files.delete(data.resolve("sky/9.png"));
        assertEquals(1, run.of("learning-curve", "--model", model, "--data", data));
        assertTrue(run.err().contains("the smallest has 9"), run.err());
    }

    @Test
    void theExportedFolderHoldsACalibratedModelThatAnswersTheSameOtherwise() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 4; i++) {
            TinyNetwork.picture(data.resolve("red/" + i + ".png"), i == 0 ? BLUE : RED);
        }
        Path model = TinyNetwork.write(folder);
        Path export = folder.resolve("export");
        int code = run.of(
                "evaluate", "--model", model, "--data", data, "--export", export, "--calibrate", "--format", "json");
        assertEquals(0, code, run.err());
        double temperature = new ObjectMapper()
                .readTree(run.out())
                .get("temperature")
                .get("value")
                .doubleValue();
        for (String file : Handover.FILES) {
            assertTrue(Files.size(export.resolve(file)) > 10, file);
        }
        assertTrue(Files.readString(export.resolve("CARD.md")).contains("| all | 4 | 1 | 25.0 % (4.6 to 69.9) |"));
        assertTrue(Files.readString(export.resolve("predict.py")).contains("s = 32 / min(picture.size)"));
        assertEquals("red, scarlet\ngreen\nblue, navy\n", Files.readString(export.resolve("classes.txt")));
        Path red = data.resolve("red/1.png");
        assertEquals(0, run.of("predict", "--model", export.resolve("model.onnx"), "--format", "json", red), run.err());
        JsonNode best = new ObjectMapper().readTree(run.out()).get("top").get(0);
        double exponential = Math.exp(1 / temperature);
        assertEquals(exponential / (exponential + 2), best.get("probability").doubleValue(), 1e-5);
        assertEquals(1, run.of("evaluate", "--model", model, "--data", data, "--export", export));
        assertTrue(run.err().contains("is not empty"), run.err());
    }

    @Test
    void classesTakenTogetherAndCostsAreTheSameInEveryCommandAndInTheExportedFolder() throws Exception {
        Path model = TinyNetwork.write(folder);
        Files.writeString(folder.resolve("colours.txt"), "blue\ngreen\nred\n");
        Path data = folder.resolve("data");
        for (int i = 0; i < 4; i++) {
            TinyNetwork.picture(data.resolve("blue/" + i + ".png"), i == 0 ? BLUE : RED);
            TinyNetwork.picture(data.resolve("green/" + i + ".png"), i == 0 ? RED : GREEN);
            TinyNetwork.picture(data.resolve("red/" + i + ".png"), i == 0 ? GREEN : BLUE);
        }
        CostMatrix costs = CostMatrix.equal(List.of("cool", "red")).with(1, 0, 10);
        new DecisionsFile(data)
                .change(before -> before.withBalance(Balance.none()
                        .withAtTraining(false)
                        .withClasses(Map.of("blue", "cool", "green", "cool"), Set.of())
                        .withCosts(Optional.of(costs))));
        Path export = folder.resolve("export");
        Path out = folder.resolve("out");
        int code = run.of(
                "evaluate", "--model", model, "--data", data, "--export", export, "--out", out, "--format", "json");
        assertEquals(0, code, run.err());
        JsonNode part = new ObjectMapper().readTree(run.out()).get("parts").get(0);
        assertEquals("[\"cool\",\"red\"]", part.get("confusion").get("classes").toString());
        // a probability of 1 / (e + 2) for red is above the threshold of 1 / 11
        assertEquals("[[0,8],[0,4]]", part.get("confusion").get("counts").toString());
        assertEquals("cool\nred\n", Files.readString(export.resolve("classes.txt")));
        assertTrue(Files.readString(export.resolve("predict.py")).contains("[[0.0, 1.0], [10.0, 0.0]]"));
        assertTrue(Files.readString(export.resolve("CARD.md")).contains("`cool` is any of the classes"));
        assertTrue(Files.size(out.resolve("curves.svg")) > 1000);
        Path picture = data.resolve("green/1.png");
        double expected = (Math.E + 1) / (Math.E + 2);
        assertEquals(0, run.of("predict", "--model", export.resolve("model.onnx"), "--format", "json", picture));
        JsonNode line = new ObjectMapper().readTree(run.out());
        assertEquals("cool", line.get("top").get(0).get("name").textValue());
        assertEquals(expected, line.get("top").get(0).get("probability").doubleValue(), 1e-6);
        assertEquals("red", line.get("answer").textValue());
        assertEquals(expected, line.get("expectedCost").doubleValue(), 1e-6);
        String row = Files.readAllLines(out.resolve("predictions.csv")).stream()
                .filter(each -> each.startsWith("green/1.png"))
                .findFirst()
                .orElseThrow();
        assertEquals(expected, Double.parseDouble(row.split(",")[5]), 1e-5);
        assertEquals(
                0,
                run.of(
                        "explain",
                        "--model",
                        export.resolve("model.onnx"),
                        "--method",
                        "grad-cam",
                        "--out",
                        out,
                        picture),
                run.err());
    }

    @Test
    void anotherModelIsComparedOnTheSamePictures() throws Exception {
        Path data = folder.resolve("data");
        for (int i = 0; i < 10; i++) {
            TinyNetwork.picture(data.resolve("red/" + i + ".png"), RED);
            TinyNetwork.picture(data.resolve("blue/" + i + ".png"), BLUE);
        }
        Path model = TinyNetwork.write(folder);
        // The other one has red and blue the wrong way round.
        Path other = TinyNetwork.write(Files.createDirectories(folder.resolve("other")));
        Files.writeString(folder.resolve("other/colours.txt"), "blue\ngreen\nred\n");
        int code = run.of("evaluate", "--model", model, "--against", other, "--data", data, "--format", "json");
        assertEquals(0, code, run.err());
        JsonNode against = new ObjectMapper().readTree(run.out()).get("against");
        assertEquals(20, against.get("onlyThis").intValue());
        assertEquals(1, against.get("gain").get("value").doubleValue());
        assertEquals(2 / Math.pow(2, 20), against.get("p").doubleValue(), 1e-12);
        assertEquals("blue", against.get("disagreements").get(0).get("this").textValue());
        assertEquals("red", against.get("disagreements").get(0).get("other").textValue());
    }
}
