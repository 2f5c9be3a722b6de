package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Graph;
import vermeer.graph.OnnxReader;
import vermeer.graph.prepare.Preparation;
import vermeer.graph.shape.Shapes;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;

/** Small networks, one for each operator or pattern of image classifiers, against PyTorch's outputs and gradients. */
class GradientPackTest {
    private static final Path CASES = Path.of("src/test/resources/gradients");
    private static final double TOLERANCE = 1e-4;

    static Stream<Named<Path>> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> Named.of(folder.getFileName().toString(), folder));
        }
    }

    @Test
    void thereAreAllCases() throws IOException {
        assertEquals(61, cases().count());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndGradientsAgreeWithPyTorch(Path folder) throws Exception {
        compare(folder, 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndGradientsAgreeWithPyTorchAtAnotherBatchSize(Path folder) throws Exception {
        compare(folder, 3);
    }

    private static void compare(Path folder, int copies) throws Exception {
        Graph graph = Preparation.prepare(OnnxReader.read(folder.resolve("model.onnx")))
                .graph();
        String y = graph.outputs().get(0).name();
        DifferentiatedGraph differentiated =
                Differentiation.differentiate(graph, Shapes.infer(graph), y, RuleTable.STANDARD, List.of(), 1);
        Map<String, Tensor> inputs = Map.of(
                graph.inputs().get(0).name(), read(folder, "x", copies),
                differentiated.seeds().get(0), read(folder, "seed", copies));
        Map<String, Tensor> outputs = OnnxRuntimeRun.once(differentiated.graph(), inputs);
        assertClose(read(folder, "y", copies), outputs.get(y));
        assertClose(
                read(folder, "gradient", copies),
                outputs.get(differentiated.inputGradients().get(0)));
    }

    private static Tensor read(Path folder, String name, int copies) throws Exception {
        return Npy.read(folder.resolve(name + ".npy")).repeat(copies);
    }

    private static void assertClose(Tensor expected, Tensor actual) {
        assertArrayEquals(expected.shape(), actual.shape());
        double largest = 0;
        for (float value : expected.data()) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.data().length; i++) {
            assertEquals(expected.data()[i], actual.data()[i], TOLERANCE * largest, "value " + i);
        }
    }
}
