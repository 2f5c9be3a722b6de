package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;

/** {@code dream} and {@code network} from arguments to files, on a network that is known by heart. */
class DreamAndNetworkCommandTest {
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;

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
    void dreamWritesPictureAnimationAndDescription() throws Exception {
        int code = run(
                "dream",
                "--model",
                model,
                "--method",
                "fooling-image",
                "--target",
                "navy",
                "--set",
                "rate=8",
                "--set",
                "confidence=0.75",
                "--frames",
                "--out",
                folder,
                "--format",
                "json");
        assertEquals(0, code, err.toString());
        JsonNode description = new ObjectMapper()
                .readTree(folder.resolve("noise.fooling-image.2.json").toFile());
        assertEquals(new ObjectMapper().readTree(out.toString()).get("facts"), description.get("facts"));
        assertTrue(description.get("reached").booleanValue());
        int steps = description.get("facts").get("steps").intValue();
        assertEquals(steps, description.get("objective").size());
        assertTrue(Files.exists(folder.resolve("noise.fooling-image.2.frames/0001.png")));
        assertTrue(frames(folder.resolve("noise.fooling-image.2.gif")) > 3);
        out.getBuffer().setLength(0);
        run("predict", "--model", model, "--format", "json", folder.resolve("noise.fooling-image.2.png"));
        JsonNode best = new ObjectMapper().readTree(out.toString()).get("top").get(0);
        assertEquals(2, best.get("index").intValue());
        assertTrue(best.get("probability").doubleValue() >= 0.75, out.toString());
    }

    @Test
    void dreamRefusesWhatDoesNotFitInOneSentence() throws Exception {
        assertEquals(2, run("dream", "--model", model, "--method", "dozing"));
        assertEquals(2, run("dream", "--model", model, "--method", "inversion", "--target", "red"));
        assertEquals(2, run("dream", "--model", model, "--method", "deepdream", "--layer", "nowhere"));
        assertEquals(
                2,
                run("dream", "--model", model, "--method", "deepdream", "--layer", "features", "--channel", "3"),
                err.toString());
        assertEquals(1, run("dream", "--model", model, "--method", "inversion", "--layer", "features"));
        String[] lines =
                err.toString().lines().filter(line -> !line.startsWith("See ")).toArray(String[]::new);
        assertEquals("Inversion is made for a layer.", lines[1]);
        assertEquals("There is no channel 3; the layer has 3, 0 to 2.", lines[3]);
        assertEquals("Inversion needs a picture to start from; give one.", lines[4]);
        assertEquals(0, run("dream", "--list"), err.toString());
        assertTrue(out.toString().contains("--set octave-scale=1.4"));
    }

    @Test
    void networkPrintsBlocksAndWhatALayersChannelsAnswerTo() throws Exception {
        assertEquals(0, run("network", "--model", model, "--format", "json"), err.toString());
        JsonNode network = new ObjectMapper().readTree(out.toString()).get("network");
        assertEquals(9 + 3 + 9, network.get("parameters").intValue());
        assertEquals(9 * 32 * 32 + 9, network.get("multiplyAdds").intValue());
        out.getBuffer().setLength(0);
        TinyNetwork.picture(folder.resolve("in/warm/red.png"), RED);
        TinyNetwork.picture(folder.resolve("in/cold/blue.png"), BLUE);
        assertEquals(
                0,
                run(
                        "network",
                        "--model",
                        model,
                        "--layer",
                        "features",
                        "--between",
                        "warm,cold",
                        "--format",
                        "json",
                        folder.resolve("in")),
                err.toString());
        JsonNode survey = new ObjectMapper().readTree(out.toString());
        assertEquals(1, survey.get("dead").size());
        assertEquals(1, survey.get("dead").get(0).intValue(), "no picture is green");
        JsonNode best = survey.get("separating").get(0);
        assertEquals(
                best.get("channel").intValue() == 0 ? 1 : 0, best.get("auc").doubleValue());
        JsonNode patch = survey.get("channels").get(0).get("patches").get(0);
        assertEquals("warm", patch.get("class").textValue());
        assertEquals(1, patch.get("width").doubleValue(), "a 1 x 1 convolution sees one pixel");
    }

    private static int frames(Path gif) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(stream);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    private int run(Object... arguments) {
        Surroundings surroundings = new Surroundings(
                new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                new PictureReader((file, progress) -> {
                    throw new PictureException("no worker here");
                }),
                () -> new Models(engine.get(), List.of()),
                engine,
                ignored -> {},
                Progress.none());
        return new CommandRunner(surroundings)
                .run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }
}
