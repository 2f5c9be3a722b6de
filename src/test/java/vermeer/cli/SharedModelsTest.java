package vermeer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.image.PictureException;
import vermeer.image.PictureReader;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** The commands on real networks; skipped where those are not at hand. */
class SharedModelsTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir"), "..", "shared");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v2", "efficientnet_lite0"})
    void picturesAndTensorsAreAnsweredAsByPyTorch(String network) throws Exception {
        Path reference = SHARED.resolve("reference");
        assumeTrue(Files.exists(reference), "the reference values of PyTorch are not at ../shared/reference");
        JsonNode index =
                new ObjectMapper().readTree(reference.resolve("index.json").toFile());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (LazyEngine engine = new LazyEngine()) {
            CommandRunner runner = new CommandRunner(new Surroundings(
                    new Terminal(new PrintWriter(out), new PrintWriter(err), false),
                    new PictureReader((file, progress) -> {
                        throw new PictureException("no worker here");
                    }),
                    () -> new Models(engine.get(), List.of()),
                    engine,
                    arguments -> {},
                    Progress.none()));
            String model = SHARED.resolve("models").resolve(network + ".onnx").toString();
            for (String picture : List.of("chelsea", "flower", "370_n02484975_guenon")) {
                JsonNode expected = index.get(network + "/" + picture);
                String file = SHARED.resolve(expected.get("image").textValue()).toString();
                out.getBuffer().setLength(0);
                assertEquals(0, runner.run("predict", "--model", model, "--format", "json", file), err.toString());
                JsonNode top = new ObjectMapper().readTree(out.toString()).get("top");
                for (int rank = 0; rank < 5; rank++) {
                    JsonNode wanted = expected.get("top5").get(rank);
                    assertEquals(
                            wanted.get(0).intValue(), top.get(rank).get("index").intValue());
                    double probability = top.get(rank).get("probability").doubleValue();
                    assertEquals(wanted.get(1).doubleValue(), probability, 0.02);
                }
                Path values = reference.resolve(network).resolve(picture);
                runner.run(
                        "predict",
                        "--model",
                        model,
                        "--tensor",
                        values.resolve("input.npy").toString(),
                        "--out",
                        folder.toString());
                Tensor logits = Npy.read(folder.resolve("logits.npy"));
                Tensor wanted = Npy.read(values.resolve("logits.npy"));
                for (int i = 0; i < wanted.data().length; i++) {
                    assertEquals(wanted.data()[i], logits.data()[i], 1e-3);
                }
            }
        }
    }
}
