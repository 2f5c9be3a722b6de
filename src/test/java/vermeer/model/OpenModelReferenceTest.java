package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vermeer.engine.Engine;
import vermeer.graph.gradient.RuleTable;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Real networks on real pictures against PyTorch. */
class OpenModelReferenceTest {
    private static final Path SHARED = Path.of(System.getProperty("user.dir")).resolveSibling("shared");
    private static Engine engine;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isDirectory(SHARED.resolve("reference")), "../shared/reference is not there");
        engine = Engine.start();
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mobilenet_v2, chelsea",
        "mobilenet_v2, flower",
        "mobilenet_v2, 370_n02484975_guenon",
        "efficientnet_lite0, chelsea",
        "efficientnet_lite0, flower",
        "efficientnet_lite0, 370_n02484975_guenon"
    })
    void logitsActivationsAndGradientsEqualPyTorch(String network, String picture) throws Exception {
        Path reference = SHARED.resolve("reference").resolve(network).resolve(picture);
        JsonNode facts = new ObjectMapper()
                .readTree(SHARED.resolve("reference/index.json").toFile())
                .get(network + "/" + picture);
        try (OpenModel model = new Models(engine, List.of())
                .open(SHARED.resolve("models/" + network + ".onnx"), Optional.empty(), Progress.none())) {
            Tensor input = batchOf(Npy.read(reference.resolve("input.npy")));
            Tensor logits = model.scores().logits(input, Progress.none());
            assertClose(Npy.read(reference.resolve("logits.npy")), logits, 1e-4);
            assertTop5(facts.get("top5"), model.scores().probabilities(logits));

            Layer layer = model.activations().lastFeatureMap().orElseThrow();
            Gradients.Gradient gradient = model.gradients()
                    .orElseThrow()
                    .gradient(
                            input,
                            Target.of(facts.get("target").asInt(), "target"),
                            RuleTable.STANDARD,
                            List.of(layer.value()),
                            Progress.none());
            assertCosine(Npy.read(reference.resolve("gradient.npy")), gradient.input());
            assertClose(
                    Npy.read(reference.resolve("activations.npy")),
                    gradient.activations().get(layer.value()),
                    1e-4);
            assertCosine(
                    Npy.read(reference.resolve("activation_gradient.npy")),
                    gradient.gradients().get(layer.value()));
            assertClose(logits, gradient.logits(), 1e-5);
        }
    }

    private static void assertTop5(JsonNode expected, Tensor probabilities) {
        float[] values = probabilities.data();
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, (a, b) -> Float.compare(values[b], values[a]));
        for (int i = 0; i < 5; i++) {
            assertEquals(expected.get(i).get(0).asInt(), order[i]);
            assertEquals(expected.get(i).get(1).asDouble(), values[order[i]], 1e-4);
        }
    }

    private static Tensor batchOf(Tensor input) {
        return input.shape().length == 4
                ? input
                : input.reshape(1, input.shape()[0], input.shape()[1], input.shape()[2]);
    }

    private static void assertClose(Tensor expected, Tensor actual, double tolerance) {
        assertEquals(expected.data().length, actual.data().length);
        double largest = 0;
        double error = 0;
        for (int i = 0; i < expected.data().length; i++) {
            largest = Math.max(largest, Math.abs(expected.data()[i]));
            error = Math.max(error, Math.abs(expected.data()[i] - actual.data()[i]));
        }
        assertTrue(error <= tolerance * largest, "error " + error + " of " + largest);
    }

    private static void assertCosine(Tensor expected, Tensor actual) {
        assertEquals(expected.data().length, actual.data().length);
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < expected.data().length; i++) {
            product += (double) expected.data()[i] * actual.data()[i];
            first += (double) expected.data()[i] * expected.data()[i];
            second += (double) actual.data()[i] * actual.data()[i];
        }
        double cosine = product / Math.sqrt(first * second);
        assertTrue(cosine >= 0.9999, "cosine " + cosine);
    }
}
