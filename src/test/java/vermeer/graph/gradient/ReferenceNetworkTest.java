package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
