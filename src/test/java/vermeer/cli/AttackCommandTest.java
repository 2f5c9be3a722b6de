package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Cancellation;
import vermeer.job.Progress;
import vermeer.model.Models;

/** The attack command from arguments to files, in this process. */
class AttackCommandTest {
    /** Nearly as green and blue as red, so that a change of a few levels is enough. */
    private static final int REDDISH = 0x888280;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final LazyEngine engine = new LazyEngine();
    private Path model;

    @BeforeEach
    void writeModel() throws Exception {
        model = TinyNetwork.write(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void resultSavedAsPngFoolsWhoeverReadsIt() throws Exception {
        TinyNetwork.picture(folder.resolve("in/sub/reddish.png"), REDDISH);
        Path results = folder.resolve("out");
        assertEquals(0, run("pgd", "--epsilon", "6", "--out", results, folder.resolve("in")), err.toString());
        JsonNode json = json(results.resolve("sub/reddish.pgd.0.json"));
        assertTrue(json.get("found").booleanValue());
        assertTrue(json.get("success").get("afterRounding").booleanValue());
        assertEquals(0, json.get("clean").get(0).get("index").intValue());
        assertEquals(6, json.get("settings").get("epsilon").doubleValue());
        assertTrue(json.get("levels").get("afterRounding").get("linf").doubleValue() <= 6);
        assertTrue(json.get("queries").get("gradient").intValue() > 0);
        assertTrue(Files.size(results.resolve("sub/reddish.pgd.0.noise.png")) > 0);
        Picture result = read(results.resolve("sub/reddish.pgd.0.png"));
        assertEquals(48, result.width());
        int fooled = json.get("adversarial").get(0).get("index").intValue();
        assertTrue(fooled > 0);
        out.getBuffer().setLength(0);
        Path saved = results.resolve("sub/reddish.pgd.0.png");
        assertEquals(0, command("predict", "--model", model, "--format", "json", saved), err.toString());
        assertEquals(
                fooled,
                new ObjectMapper()
                        .readTree(out.toString())
                        .get("top")
                        .get(0)
                        .get("index")
                        .intValue());
    }

    @Test
    void anEarlierResultIsNotAttackedAgain() throws Exception {
        TinyNetwork.picture(folder.resolve("in/reddish.png"), REDDISH);
        Path in = folder.resolve("in");
        assertEquals(0, run("fgsm", "--epsilon", "9", "--out", in, in), err.toString());
        assertEquals(0, run("fgsm", "--epsilon", "9", "--out", in, in), err.toString());
        assertEquals(2, out.toString().lines().count(), out.toString());
    }

    @Test
    void targetIsNamed() throws Exception {
        Path picture = TinyNetwork.picture(folder.resolve("reddish.png"), REDDISH);
        assertEquals(0, run("bim", "--epsilon", "9", "--target", "navy", "--out", folder, picture), err.toString());
        JsonNode json = json(folder.resolve("reddish.bim.2.json"));
        assertEquals(2, json.get("goal").get("target").intValue());
        assertEquals(2, json.get("adversarial").get(0).get("index").intValue());
        assertTrue(out.toString().contains("into 2 blue, navy"), out.toString());
    }

    @Test
    void curveIsAJsonTableWithAConfidenceBand() throws Exception {
        TinyNetwork.picture(folder.resolve("in/reddish.png"), REDDISH);
        TinyNetwork.picture(folder.resolve("in/red.png"), 0xff0000);
        assertEquals(0, run("bim", "--curve", "0.25,9", folder.resolve("in")), err.toString());
        JsonNode points = new ObjectMapper().readTree(out.toString()).get("points");
        assertEquals(2, points.size());
        assertEquals(2, points.get(0).get("pictures").intValue());
        assertEquals(1, points.get(0).get("accuracy").get("value").doubleValue());
        assertEquals(0.5, points.get(1).get("accuracy").get("value").doubleValue());
        assertTrue(points.get(1).get("accuracy").get("low").doubleValue() < 0.2);
        assertUsage("DeepFool takes no epsilon", "deepfool", "--curve", "1,2", folder.resolve("in"));
    }

    @Test
    void curveTellsWhatIsRightWhereFoldersAreNamedLikeClasses() throws Exception {
        TinyNetwork.picture(folder.resolve("in/red/reddish.png"), REDDISH);
        TinyNetwork.picture(folder.resolve("in/red/red.png"), 0xff0000);
        TinyNetwork.picture(folder.resolve("in/blue/wrong.png"), 0xff0000);
        TinyNetwork.picture(folder.resolve("in/holiday/red.png"), 0xff0000);
        assertEquals(0, run("bim", "--curve", "0.25,9", folder.resolve("in")), err.toString());
        JsonNode table = new ObjectMapper().readTree(out.toString());
        assertEquals(3, table.get("labelled").intValue());
        assertEquals(2 / 3.0, table.get("cleanLabelAccuracy").get("value").doubleValue(), 1e-9);
        JsonNode points = table.get("points");
        assertEquals(2 / 3.0, points.get(0).get("labelAccuracy").get("value").doubleValue(), 1e-9);
        assertEquals(1 / 3.0, points.get(1).get("labelAccuracy").get("value").doubleValue(), 1e-9);
        assertEquals(0.75, points.get(1).get("accuracy").get("value").doubleValue());
    }

    @Test
    void smallestEpsilonTransferAndDefencesAreTold() throws Exception {
        Path picture = TinyNetwork.picture(folder.resolve("reddish.png"), REDDISH);
        int code = run("pgd", "--smallest", "--defences", "--transfer", model, "--out", folder, picture);
        assertEquals(0, code, err.toString());
        JsonNode json = json(folder.resolve("reddish.pgd.0.json"));
        assertTrue(json.get("found").booleanValue());
        assertEquals(
                json.get("settings").get("epsilon").doubleValue(),
                json.get("smallestEpsilon").doubleValue());
        assertTrue(json.get("transfer").get("found").booleanValue(), "it is the same model");
        assertEquals(5, json.get("defences").size());
        assertEquals(2, json.get("jpeg").size());
    }

    @Test
    void mistakesAreOneSentence() throws Exception {
        Path picture = TinyNetwork.picture(folder.resolve("reddish.png"), REDDISH);
        assertUsage("There is no attack 'magic'; known are fgsm", "magic", picture);
        assertUsage("DeepFool takes no epsilon", "deepfool", "--epsilon", "2", picture);
        assertUsage(
                "PGD: The setting 'epsilon' takes a number from 0 to 255 levels, not '-1'",
                "pgd",
                "--epsilon",
                "-1",
                picture);
        assertUsage("Give at least one picture", "pgd");
        assertUsage("The model has no class 'gibbon'", "pgd", "--target", "gibbon", picture);
        assertFalse(Files.exists(folder.resolve("reddish.pgd.0.png")));
    }

    private void assertUsage(String message, Object... arguments) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(arguments));
        assertTrue(err.toString().startsWith(message), err.toString());
        assertEquals(2, err.toString().lines().count(), err.toString());
    }

    private int run(Object... arguments) {
        return command(Stream.concat(Stream.of("attack", "--model", model, "--method"), Stream.of(arguments))
                .toArray());
    }

    private int command(Object... arguments) {
        Surroundings surroundings = new Surroundings(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                () -> new Models(engine.get(), List.of()),
                engine,
                window -> {},
                new Cancellation());
        return new CommandRunner(surroundings)
                .run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static JsonNode json(Path file) throws Exception {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static Picture read(Path file) throws Exception {
        return new PictureReader((path, progress) -> {
                    throw new PictureException("no worker here");
                })
                .decode(file, Progress.none());
    }
}
