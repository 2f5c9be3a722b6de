package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vermeer.graph.Graph;
import vermeer.graph.OnnxReader;
import vermeer.graph.prepare.Preparation;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Whole networks on photos, against PyTorch and Captum; where the references lie beside the project. */
class ReferenceNetworkTest {
    private static final Path SHARED = Path.of("../shared");

    @BeforeEach
    void needsTheReferences() {
        assumeTrue(Files.isDirectory(SHARED.resolve("reference")), "../shared/reference is not here");
    }

    @Test
    void gradientOfMobileNetIsPyTorchs() throws Exception {
        compare("mobilenet_v2", "gradient", RuleTable.STANDARD);
    }

    @Test
    void gradientOfEfficientNetIsPyTorchs() throws Exception {
        compare("efficientnet_lite0", "gradient", RuleTable.STANDARD);
    }

    @Test
    void guidedBackpropagationOfMobileNetIsPyTorchs() throws Exception {
        compare("mobilenet_v2", "guided_backprop", RuleTable.GUIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mobilenet_v2", "efficientnet_lite0"})
    void lastFeatureMapAndItsGradientArePyTorchs(String network) throws Exception {
        Graph graph = Preparation.prepare(OnnxReader.read(SHARED.resolve("models/" + network + ".onnx")))
                .graph();
        String features = graph.nodes().stream()
                .filter(node -> node.operator().equals("GlobalAveragePool"))
                .findFirst()
                .orElseThrow()
                .inputs()
                .get(0);
        String output = graph.outputs().get(0).name();
        DifferentiatedGraph gradient = Differentiation.differentiate(
                graph, Shapes.infer(graph), output, RuleTable.STANDARD, List.of(features), 1);
        for (Path photo : photos(network)) {
            Tensor logits = Npy.read(photo.resolve("logits.npy"));
            Map<String, Tensor> inputs = Map.of(
                    graph.inputs().get(0).name(), Npy.read(photo.resolve("input.npy")),
                    gradient.seeds().get(0), oneHot(logits));
            Map<String, Tensor> outputs = OnnxRuntimeRun.once(gradient.graph(), inputs);
            assertClose(logits, outputs.get(output));
            assertClose(Npy.read(photo.resolve("activations.npy")), outputs.get(features));
            assertClose(
                    Npy.read(photo.resolve("activation_gradient.npy")),
                    outputs.get(gradient.innerGradients().get(features).get(0)));
        }
    }

    /** To 1e-3 of the largest value: these do not pass any kink, but fifty layers of rounding. */
    private static void assertClose(Tensor expected, Tensor actual) {
        double largest = 0;
        for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertArrayEquals(expected.data(), actual.data(), (float) (1e-3 * largest));
    }

    /** By direction: rounding sends a few of the millions of values at ReLUs' kinks to the other side than PyTorch. */
    private static void compare(String network, String name, RuleTable rules) throws Exception {
        Graph graph = Preparation.prepare(OnnxReader.read(SHARED.resolve("models/" + network + ".onnx")))
                .graph();
        String output = graph.outputs().get(0).name();
        assertEquals(Optional.empty(), rules.refusal(graph, Shapes.infer(graph), output));
        for (Path photo : photos(network)) {
            Tensor expected = Npy.read(photo.resolve(name + ".npy"));
            Tensor seed = oneHot(Npy.read(photo.resolve("logits.npy")));
            Tensor actual = GradientRun.of(graph, Npy.read(photo.resolve("input.npy")), seed, rules);
            assertEquals(expected.data().length, actual.data().length);
            assertTrue(cosine(expected.data(), actual.data()) >= 0.9999, photo.getFileName()::toString);
        }
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squaredA = 0;
        double squaredB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            squaredA += (double) a[i] * a[i];
            squaredB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(squaredA * squaredB);
    }

    private static List<Path> photos(String network) throws IOException {
        try (Stream<Path> folders = Files.list(SHARED.resolve("reference/" + network))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The logit of the predicted class. */
    private static Tensor oneHot(Tensor logits) {
        int best = 0;
        for (int i = 1; i < logits.data().length; i++) {
            best = logits.data()[i] > logits.data()[best] ? i : best;
        }
        Tensor seed = Tensor.zeros(1, logits.data().length);
        seed.data()[best] = 1;
        return seed;
    }
}
