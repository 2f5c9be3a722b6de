package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxReader;
import vermeer.graph.ReadGraph;
import vermeer.graph.Reference;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

class PreparationTest {
    private static final Set<String> PLUMBING =
            Set.of("Shape", "ConstantOfShape", "If", "Identity", "Dropout", "Range");

    @Test
    void everyGradientCaseGivesItsStoredResult() throws Exception {
        for (Path folder : Reference.cases()) {
            ReadGraph prepared = Preparation.prepare(OnnxReader.read(folder.resolve("model.onnx")));
            assertEquals(List.of(), prepared.notices(), folder.toString());
            assertPrepared(prepared.graph(), folder);
        }
    }

    @Test
    void preparingTwiceChangesNothing() throws Exception {
        for (Path folder : Reference.cases()) {
            Graph once = Preparation.prepare(OnnxReader.read(folder.resolve("model.onnx")))
                    .graph();
            assertEquals(once.nodes(), Preparation.prepare(once).graph().nodes(), folder.toString());
        }
    }

    @Test
    void aBatchThatTheFileFixesIsFreed() throws Exception {
        for (Path folder : Reference.cases()) {
            Graph graph = Upgrade.upgrade(OnnxReader.read(folder.resolve("model.onnx")));
            ReadGraph prepared = Preparation.prepare(baked(graph, 1));
            assertEquals(List.of(), prepared.notices(), folder.toString());
            assertPrepared(prepared.graph(), folder);
        }
    }

    @Test
    void realNetworksAreFreedAndKeepTheirResults() throws Exception {
        Path models = Path.of("../shared/models");
        Assumptions.assumeTrue(Files.isDirectory(models), "the shared models are not there");
        for (String name : List.of("mobilenet_v2", "efficientnet_lite0")) {
            Graph graph = OnnxReader.read(models.resolve(name + ".onnx"));
            ReadGraph prepared = Preparation.prepare(graph);
            assertEquals(List.of(), prepared.notices());
            assertEquals(-1, prepared.graph().inputs().get(0).shape()[0]);
            Path picture;
            try (var pictures = Files.list(Path.of("../shared/reference/" + name))) {
                picture =
                        pictures.filter(Files::isDirectory).sorted().findFirst().orElseThrow();
            }
            Constant x = Reference.npy(picture.resolve("input.npy"));
            String input = graph.inputs().get(0).name();
            Constant logits = Reference.run(prepared.graph(), Map.of(input, x))
                    .values()
                    .iterator()
                    .next();
            Constant expected = Reference.npy(picture.resolve("logits.npy"));
            assertTrue(Reference.difference(new Constant(expected.type(), logits.shape(), expected.buffer()), logits)
                    < 1e-4);
        }
    }

    private static void assertPrepared(Graph graph, Path folder) throws Exception {
        String name = folder.getFileName().toString();
        for (Node node : graph.nodes()) {
            assertTrue(!PLUMBING.contains(node.operator()), name + " keeps " + node.describe());
        }
        assertEquals(Upgrade.OPSET, graph.opset());
        Constant x = Reference.npy(folder.resolve("x.npy"));
        Constant y = Reference.run(graph, Map.of("x", x)).get("y");
        assertTrue(Reference.difference(Reference.npy(folder.resolve("y.npy")), y) < 1e-5, name);
        assertArrayEquals(y.shape(), Extents.at(Shapes.infer(graph).shape("y"), x.shape()[0]), name);
        assertArrayEquals(y.shape(), Extents.at(graph.outputs().get(0).shape(), x.shape()[0]), name);
    }

    /** As exported for so many pictures: shape arithmetic folded to numbers. */
    static Graph baked(Graph graph, long batch) throws Exception {
        ValueInfo input = graph.inputs().get(0);
        long[] shape = input.shape().clone();
        shape[0] = batch;
        return Folding.fold(graph.withInputs(List.of(new ValueInfo(input.name(), input.type(), shape))));
    }
}
