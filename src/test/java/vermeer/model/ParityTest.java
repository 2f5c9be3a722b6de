package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.job.Progress;
import vermeer.tensor.Npy;
import vermeer.tensor.Tensor;
import vermeer.worker.Conversion;
import vermeer.worker.Conversion.LayerOutput;

/** Two random pictures and a photo of three values each, through a network that doubles them. */
class ParityTest {
    private static final float[] PICTURES = {1, 2, 3, 4, 5, 6, 7, 8, 9};

    @TempDir
    Path folder;

    @Test
    void picturesThatAreToldApartProveTheConversion() throws Exception {
        ParityReport report = compared(PICTURES, doubled(PICTURES));
        assertTrue(report.passed());
        assertEquals(6, report.difference(), 1e-6, "the two that differ least");
    }

    @Test
    void aPhotoThatAnswersAsARandomPictureProvesNothing() throws Exception {
        float[] same = {1, 2, 3, 4, 5, 6, 4, 5, 6};
        assertFalse(compared(same, doubled(same)).passed());
    }

    @Test
    void aWrongValueOrNoNumberOnThePhotoAloneIsFound() throws Exception {
        float[] wrong = doubled(PICTURES);
        wrong[8] += 0.1f;
        assertFalse(compared(PICTURES, wrong).passed());
        wrong[8] = Float.NaN;
        assertFalse(compared(PICTURES, wrong).passed());
    }

    private static float[] doubled(float[] values) {
        float[] doubled = values.clone();
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] *= 2;
        }
        return doubled;
    }

    private ParityReport compared(float[] pictures, float[] computed) throws Exception {
        Graph graph = new Graph(
                "double",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3})),
                List.of(new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 3})),
                List.of(Node.of("Mul", List.of("x", "two"), "y", Map.of())),
                Map.of("two", Constant.scalar(2)),
                Map.of());
        LayerOutput layer = new LayerOutput("double", "ScaleVertex", "y", List.of(3L), save("y", computed));
        Conversion source = new Conversion("", save("x", pictures), List.of(layer), layer, List.of());
        try (Engine engine = Engine.start()) {
            return new Parity(engine).compare(graph, source, Progress.none());
        }
    }

    private String save(String name, float[] values) throws Exception {
        Path file = folder.resolve(name + ".npy");
        try (OutputStream out = Files.newOutputStream(file)) {
            Npy.write(new Tensor(new int[] {3, 3}, values), out);
        }
        return file.toString();
    }
}
