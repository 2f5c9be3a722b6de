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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.attribution.AttributionMethods;
import vermeer.file.AtomicFile;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Cancellation;
import vermeer.model.Models;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** The commands from arguments to files, in this process, on a network that is known by heart. */
class CommandLineTest {
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final LazyEngine engine = new LazyEngine();
    private final Cancellation cancellation = new Cancellation();
    private final List<List<String>> windows = new ArrayList<>();
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
    void predictRanksTheClasses() throws Exception {
        Path red = TinyNetwork.picture(folder.resolve("red.png"), RED);
        assertEquals(0, run("predict", "--model", model, "--top", "2", red), err.toString());
        assertTrue(out.toString().matches("(?s)\\S+red.png\\R +\\d+\\.\\d\\d % +0  red, scarlet\\R.*"), out.toString());
        assertEquals(3, out.toString().lines().count());
    }

    @Test
    void predictPrintsOneJsonLineAPicture() throws Exception {
        TinyNetwork.picture(folder.resolve("in/red.png"), RED);
        TinyNetwork.picture(folder.resolve("in/sub/blue.png"), BLUE);
        assertEquals(0, run("predict", "--model", model, "--format", "json", folder.resolve("in")), err.toString());
        List<JsonNode> lines = json();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).get("image").textValue().endsWith("red.png"));
        assertEquals(3, lines.get(0).get("top").size());
        JsonNode best = lines.get(1).get("top").get(0);
        assertEquals(2, best.get("index").intValue());
        assertEquals("blue, navy", best.get("name").textValue());
        // A quarter of the input is blue: logit 8 * 0.5 / 4 = 1, the others 0.
        assertEquals(Math.E / (Math.E + 2), best.get("probability").doubleValue(), 1e-5);
        assertTrue(lines.get(1).get("milliseconds").doubleValue() > 0);
    }

    @Test
    void explainWritesPictureValuesAndDescription() throws Exception {
        TinyNetwork.picture(folder.resolve("in/sub/red.png"), RED);
        Path maps = folder.resolve("maps");
        int code = run(
                "explain",
                "--model",
                model,
                "--method",
                "occlusion",
                "--set",
                "window=8",
                "--set",
                "stride=8",
                "--set",
                "measure=probability",
                "--target",
                "scarlet",
                "--out",
                maps,
                "--format",
                "json",
                folder.resolve("in"));
        assertEquals(0, code, err.toString());
        Path stem = maps.resolve("sub");
        Tensor map = Npy.read(stem.resolve("red.occlusion.0.npy"));
        assertEquals(32, map.shape()[0]);
        assertTrue(map.data()[0] > 0.01, "covering the square lowers the probability");
        assertEquals(0, map.data()[31 * 32 + 31], 1e-6);
        assertTrue(Files.size(stem.resolve("red.occlusion.0.png")) > 1000);
        assertFalse(Files.exists(stem.resolve("red.occlusion.0.channels.npy")));
        JsonNode description =
                new ObjectMapper().readTree(stem.resolve("red.occlusion.0.json").toFile());
        assertEquals(json().get(0), description);
        assertEquals("occlusion", description.get("method").textValue());
        assertEquals(8, description.get("settings").get("window").intValue());
        assertEquals("probability", description.get("settings").get("measure").textValue());
        assertEquals(0, description.get("target").get("index").intValue());
        assertEquals("red, scarlet", description.get("target").get("name").textValue());
        assertEquals(1, description.get("target").get("value").doubleValue(), 1e-5);
        assertEquals(64, description.get("model").get("sha256").textValue().length());
        assertEquals("RGB", description.get("profile").get("channels").textValue());
        assertEquals(8, description.get("region").get("x").doubleValue());
        assertEquals(32, description.get("region").get("width").doubleValue());
        assertEquals(map.data()[0], description.get("range").get("max").floatValue());
        assertTrue(description.get("completeness").isNull());
    }

    @Test
    void explainWritesChannelsAndCompleteness() throws Exception {
        Path red = TinyNetwork.picture(folder.resolve("red.png"), RED);
        assertEquals(
                0,
                run("explain", "--model", model, "--method", "integrated-gradients", "--out", folder, red),
                err.toString());
        Tensor channels = Npy.read(folder.resolve("red.integrated-gradients.0.channels.npy"));
        assertEquals(
                List.of(3, 32, 32),
                Stream.of(0, 1, 2).map(axis -> channels.shape()[axis]).toList());
        JsonNode description = new ObjectMapper()
                .readTree(folder.resolve("red.integrated-gradients.0.json").toFile());
        assertEquals(1, description.get("completeness").get("expected").doubleValue(), 1e-4);
        assertEquals(0, description.get("completeness").get("error").doubleValue(), 1e-4);
    }

    @Test
    void gradCamKeepsTheLayersOwnResolution() throws Exception {
        Path red = TinyNetwork.picture(folder.resolve("red.png"), RED);
        assertEquals(0, run("explain", "--model", model, "--method", "grad-cam", "--out", folder, red), err.toString());
        Tensor map = Npy.read(folder.resolve("red.grad-cam.0.npy"));
        assertEquals(32, map.shape()[1]);
        assertTrue(map.data()[0] > 0 && map.data()[20] == 0 && map.data()[16 * 32] == 0);
    }

    @Test
    void tensorsNeedNoProfile() throws Exception {
        Files.delete(folder.resolve("tiny.profile.json"));
        Tensor batch = Tensor.zeros(2, 3, 32, 32);
        Arrays.fill(batch.data(), 32 * 32, 2 * 32 * 32, 1);
        Path file = folder.resolve("batch.npy");
        AtomicFile.write(file, stream -> Npy.write(batch, stream));
        assertEquals(
                0,
                run("predict", "--model", model, "--tensor", file, "--out", folder.resolve("o"), "--format", "json"));
        Tensor logits = Npy.read(folder.resolve("o/logits.npy"));
        assertEquals(2, logits.batch());
        assertEquals(4, logits.data()[1], 1e-5);
        assertEquals(1, json().get(0).get("top").get(0).get("index").intValue());
        assertEquals(0, run("explain", "--model", model, "--tensor", file, "--method", "gradient", "--out", folder));
        assertTrue(Files.exists(folder.resolve("batch-0.gradient.1.png")));
        assertTrue(Files.exists(folder.resolve("batch-1.gradient.0.npy")));
    }

    @Test
    void aTensorOfAnotherShapeIsRefused() throws Exception {
        Path file = folder.resolve("wrong.npy");
        AtomicFile.write(file, stream -> Npy.write(Tensor.zeros(1, 3, 16, 16), stream));
        assertEquals(1, run("predict", "--model", model, "--tensor", file));
        assertOneSentence("has the shape [1, 3, 16, 16], but the model's input is [3, 32, 32]");
    }

    @Test
    void aBrokenPictureDoesNotStopTheRest() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/a.png"), "no picture");
        TinyNetwork.picture(folder.resolve("in/b.png"), BLUE);
        assertEquals(1, run("predict", "--model", model, "--format", "json", folder.resolve("in")));
        assertEquals(1, json().size());
        assertTrue(err.toString().contains("a.png"), err.toString());
        assertTrue(err.toString().contains("1 of 2 pictures failed."), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void picturesOfOneNameDoNotOverwriteEachOther() throws Exception {
        Path first = TinyNetwork.picture(folder.resolve("x/cat.png"), RED);
        Path second = TinyNetwork.picture(folder.resolve("y/cat.png"), RED);
        assertEquals(0, run("explain", "--model", model, "--method", "gradient", "--out", folder, first, second));
        assertTrue(Files.exists(folder.resolve("cat.gradient.0.png")));
        assertTrue(Files.exists(folder.resolve("cat.png.gradient.0.png")));
    }

    @Test
    void explainingAFolderTwiceDoesNotExplainTheMaps() throws Exception {
        TinyNetwork.picture(folder.resolve("in/red.png"), RED);
        for (int round = 0; round < 2; round++) {
            out.getBuffer().setLength(0);
            run(
                    "explain",
                    "--model",
                    model,
                    "--method",
                    "gradient",
                    "--out",
                    folder.resolve("in"),
                    folder.resolve("in"));
            assertEquals(1, out.toString().lines().count(), out.toString());
        }
    }

    @Test
    void wrongUsageIsSaidAndEndsWith2() throws Exception {
        Path red = TinyNetwork.picture(folder.resolve("red.png"), RED);
        assertUsage(
                "There is no method 'magic'; known are gradient,",
                "explain",
                "--model",
                model,
                "--method",
                "magic",
                red);
        assertUsage(
                "Occlusion: The setting 'window' takes a whole number from 1 to 2048 px, not '0'.",
                "explain",
                "--model",
                model,
                "--method",
                "occlusion",
                "--set",
                "window=0",
                red);
        assertUsage(
                "Gradient: There is no setting 'colour'; known are reduce.",
                "explain",
                "--model",
                model,
                "--method",
                "gradient",
                "--set",
                "colour=red",
                red);
        assertUsage(
                "There is no class 3; the model has 3 classes, 0 to 2.",
                "explain",
                "--model",
                model,
                "--method",
                "gradient",
                "--target",
                "3",
                red);
        assertUsage("Give at least one picture or folder, or --tensor FILE.npy.", "predict", "--model", model);
        assertUsage("--top takes a number from 1, not 0.", "predict", "--model", model, "--top", "0", red);
        assertUsage("Missing required option: '--model=FILE'.", "predict", red);
        assertUsage("There is no command and no file 'expain'.", "expain");
    }

    @Test
    void failuresAreSaidAndEndWith1() throws Exception {
        assertEquals(1, run("predict", "--model", folder.resolve("none.onnx"), folder.resolve("a.png")));
        assertOneSentence("none.onnx");
        Files.createDirectories(folder.resolve("empty"));
        assertEquals(1, run("predict", "--model", model, folder.resolve("empty")));
        assertOneSentence("holds no pictures that Vermeer reads.");
    }

    @Test
    void cancellingEndsTheCommandBeforeTheNextPicture() throws Exception {
        TinyNetwork.picture(folder.resolve("in/red.png"), RED);
        cancellation.cancel();
        assertEquals(
                1, run("explain", "--model", model, "--method", "gradient", "--out", folder, folder.resolve("in")));
        assertOneSentence("Cancelled.");
        assertFalse(Files.exists(folder.resolve("red.gradient.0.png")));
    }

    @Test
    void checkSaysWhatIsBelievedAndWhy() throws Exception {
        assertEquals(0, run("check", "--model", model, "--format", "json"));
        JsonNode report = json().get(0);
        assertEquals(18, report.get("parameters").intValue() - 3);
        assertEquals(3 * 3 * 32 * 32 + 9, report.get("multiplyAdds").intValue());
        assertEquals(1, report.get("operators").get("Conv").intValue());
        assertEquals(0, report.get("withoutGradientRule").size());
        assertEquals("features", report.get("camLayer").textValue());
        assertTrue(report.get("profile").size() >= 8);
        out.getBuffer().setLength(0);
        assertEquals(0, run("check", "--model", model));
        assertTrue(out.toString().contains("tiny.profile.json says so"), out.toString());
    }

    @Test
    void convertCarriesProfileAndClassNames() throws Exception {
        Path target = folder.resolve("elsewhere/copy.onnx");
        assertEquals(0, run("convert", "--model", model, target), err.toString());
        Path red = TinyNetwork.picture(folder.resolve("red.png"), RED);
        assertEquals(0, run("predict", "--model", target, red), err.toString());
        assertTrue(out.toString().contains("0  red, scarlet"), out.toString());
        assertEquals(1, run("convert", "--model", model, target));
        assertOneSentence("exists; give another name or remove it.");
    }

    @Test
    void methodsListsEachWithItsSettings() throws Exception {
        assertEquals(0, run("methods", "--format", "json"));
        assertEquals(AttributionMethods.all().size(), json().size());
        JsonNode gradient = json().get(0);
        assertEquals("gradient", gradient.get("name").textValue());
        assertEquals("gradients", gradient.get("needs").textValue());
        assertEquals(
                "[\"max-abs\",\"sum\",\"mean\"]",
                gradient.get("settings").get(0).get("choices").toString());
        assertEquals(0, run("methods"));
        assertTrue(out.toString().contains("--set window=32"), out.toString());
    }

    @Test
    void benchMeasuresPassesAndTheChosenMethods() throws Exception {
        assertEquals(0, run("bench", "--model", model, "--method", "grad-cam", "--format", "json"), err.toString());
        JsonNode report = json().get(0);
        List<String> names = new ArrayList<>();
        report.get("entries").forEach(entry -> names.add(entry.get("name").textValue()));
        assertTrue(names.containsAll(List.of("bare forward", "forward", "forward and gradient", "grad-cam")));
        assertTrue(report.get("entries").get(1).get("multiple").doubleValue() > 0);
        assertEquals(1, report.get("occlusion").get("windows").intValue());
        assertTrue(report.get("startUp").get("firstPrediction").doubleValue()
                >= report.get("startUp").get("modelOpen").doubleValue());
        assertUsage("The suite 'overview' has no 'magic'", "bench", "--model", model, "--method", "magic");
        assertUsage("There is no suite 'magic'", "bench", "magic");
    }

    @Test
    void benchCountsThePassesOfMethodsAndMeasures() throws Exception {
        assertEquals(
                0,
                run(
                        "bench",
                        "methods",
                        "--model",
                        model,
                        "--only",
                        "score-cam",
                        "--only",
                        "gradient",
                        "--format",
                        "json"),
                err.toString());
        JsonNode methods = json().get(0);
        assertEquals("methods", methods.get("suite").textValue());
        JsonNode gradient = methods.get("entries").get(0);
        assertEquals(1, gradient.get("gradients").intValue());
        assertFalse(gradient.has("multipleOfItsForwards"));
        // The picture, the empty one, and one for each of the three feature maps.
        JsonNode scoreCam = methods.get("entries").get(1);
        assertEquals(5, scoreCam.get("forwards").intValue());
        assertTrue(scoreCam.get("multiple").doubleValue() > 0);
        assertEquals(0, run("bench", "trust", "--model", model, "--only", "infidelity", "--format", "json"));
        JsonNode infidelity = json().get(1).get("entries").get(0);
        assertEquals(101, infidelity.get("forwards").intValue());
        assertUsage("The suite 'trust' has no 'magic'", "bench", "trust", "--only", "magic");
    }

    @Test
    void zooListsNetworksOfBothZoos() throws Exception {
        assertEquals(0, run("zoo", "--format", "json"));
        assertTrue(json().stream().anyMatch(line -> line.get("zoo").textValue().startsWith("Deeplearning4j")));
        assertTrue(json().stream().anyMatch(line -> line.get("zoo").textValue().startsWith("ONNX")));
        assertUsage("The zoos have no network 'nothing'; 'vermeer zoo' lists them.", "zoo", "--fetch", "nothing");
    }

    @Test
    void withoutACommandTheWindowOpens() throws Exception {
        assertEquals(0, run("open", "--model", model, "a.png"));
        assertEquals(0, run());
        assertEquals(List.of(List.of("--model", model.toString(), "a.png"), List.of()), windows);
    }

    private int run(Object... arguments) {
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        err.getBuffer().setLength(0);
        Surroundings surroundings = new Surroundings(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                () -> new Models(engine.get(), List.of()),
                engine,
                windows::add,
                cancellation);
        return new CommandRunner(surroundings).run(texts);
    }

    private List<JsonNode> json() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            if (line.startsWith("{")) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }

    private void assertUsage(String message, Object... arguments) {
        assertEquals(2, run(arguments));
        assertTrue(err.toString().startsWith(message), err.toString());
        assertEquals(2, err.toString().lines().count(), err.toString());
    }

    private void assertOneSentence(String part) {
        assertTrue(err.toString().contains(part), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().strip().endsWith("."), err.toString());
    }
}
