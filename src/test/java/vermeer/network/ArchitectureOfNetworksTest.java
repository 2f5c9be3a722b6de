package vermeer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vermeer.engine.Engine;
import vermeer.graph.shape.GraphReport;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** Blocks, diagram and first layer of a network that everybody has. */
class ArchitectureOfNetworksTest {
    private static final Path SAMPLES = Path.of(System.getProperty("user.dir"), "sample-models");
    private static Engine engine;
    private static OpenModel model;
    private static Architecture architecture;

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.start();
        model = new Models(engine, List.of())
                .open(SAMPLES.resolve("efficientnet_lite0.onnx"), Optional.empty(), Progress.none());
        architecture = Architecture.of(model);
    }

    @AfterAll
    static void close() {
        model.close();
        engine.close();
    }

    @Test
    void blocksAddUpToTheWholeNetwork() throws Exception {
        GraphReport report = GraphReport.of(model.graph(), model.shapes());
        assertEquals(report.parameters(), architecture.root().parameters());
        assertEquals(report.multiplyAdds(), architecture.root().multiplyAdds());
        assertEquals(report.nodes().size(), architecture.root().nodes());
        // The authors count 407 million multiply-adds and 4.7 million parameters for EfficientNet-Lite0.
        assertEquals(407e6, architecture.root().multiplyAdds(), 25e6);
        assertEquals(4.7e6, architecture.root().parameters(), 0.1e6);
    }

    @Test
    void everyPathIsUniqueAndBlocksAreTheExportersFolders() {
        Set<String> paths = new HashSet<>();
        collect(architecture.root(), paths);
        assertTrue(paths.stream().anyMatch(path -> path.endsWith("/_blocks.7")), paths.toString());
        Block block = architecture.found("_blocks.7").stream()
                .filter(found -> found.name().equals("_blocks.7"))
                .findFirst()
                .orElseThrow();
        assertFalse(block.isNode());
        assertTrue(block.nodes() >= 5);
    }

    @Test
    void searchingFindsBlocksWithAllThatTheyLieIn() {
        Set<Block> found = architecture.found("gemm");
        assertTrue(found.contains(architecture.root()));
        assertEquals(1, found.stream().filter(Block::isNode).count());
        assertTrue(architecture.found("no such thing").isEmpty());
    }

    @Test
    void everyBoxLiesBelowWhatItReads() {
        Set<String> open = Diagram.firstOpen(architecture, 40);
        Diagram diagram = Diagram.of(architecture, open);
        assertTrue(
                diagram.boxes().size() > 20 && diagram.boxes().size() <= 40,
                "" + diagram.boxes().size());
        for (Diagram.Arrow arrow : diagram.arrows()) {
            assertTrue(diagram.boxes().get(arrow.from()).row()
                    < diagram.boxes().get(arrow.to()).row());
        }
        long nodes =
                diagram.boxes().stream().mapToLong(box -> box.block().nodes()).sum();
        assertEquals(architecture.root().nodes(), nodes);
    }

    @Test
    void anOpenedResidualBlockShowsItsShortcut() {
        String path = architecture.found("_blocks.2").stream()
                .filter(block -> block.name().equals("_blocks.2"))
                .findFirst()
                .orElseThrow()
                .path();
        Diagram diagram = Diagram.of(architecture, Set.of(path));
        int add = -1;
        for (int i = 0; i < diagram.boxes().size(); i++) {
            add = diagram.boxes().get(i).block().kind().equals("Add")
                            && diagram.boxes().get(i).block().path().startsWith(path)
                    ? i
                    : add;
        }
        int sum = add;
        assertEquals(
                2, diagram.arrows().stream().filter(arrow -> arrow.to() == sum).count());
    }

    @Test
    void theFirstLayersKernelsAreColourPictures() {
        FirstLayer first = FirstLayer.of(model).orElseThrow();
        assertEquals(32, first.kernels().size());
        assertEquals(3, first.kernels().get(0).picture().width());
        float largest = first.kernels().get(5).largest();
        float[] weights = model.graph()
                .constants()
                .get(model.graph().nodes().get(0).inputs().get(1))
                .toFloats();
        // Channel 5, row 1, column 2, green.
        int expected = Math.round(127.5f + 127.5f * weights[(5 * 3 + 1) * 9 + 5] / largest);
        assertEquals(expected, first.kernels().get(5).picture().rgb(2, 1) >> 8 & 0xff);
    }

    private static void collect(Block block, Set<String> paths) {
        assertTrue(paths.add(block.path()), block.path());
        block.children().forEach(child -> collect(child, paths));
    }
}
