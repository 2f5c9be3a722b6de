package vermeer.graph.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.OnnxReader;
import vermeer.graph.Reference;
import vermeer.graph.ValueInfo;

class ShapesTest {

    @Test
    void everyValueOfTheGradientCasesHasTheShapeThatOnnxRuntimeGives() throws Exception {
        for (Path folder : Reference.cases()) {
            Graph graph = OnnxReader.read(folder.resolve("model.onnx"));
            assertShapesAgree(graph, Map.of("x", Reference.npy(folder.resolve("x.npy"))), folder.getFileName() + "");
        }
    }

    @Test
    void everyValueOfRealNetworksHasTheShapeThatOnnxRuntimeGives() throws Exception {
        Path models = Path.of("../shared/models");
        Assumptions.assumeTrue(Files.isDirectory(models), "the shared models are not there");
        for (String name : List.of("mobilenet_v2.onnx", "efficientnet_lite0.onnx")) {
            Graph graph = OnnxReader.read(models.resolve(name));
            long[] shape = Extents.at(graph.inputs().get(0).shape(), 2);
            float[] pixels = new float[(int) Extents.product(shape, 0, shape.length)];
            String input = graph.inputs().get(0).name();
            assertShapesAgree(graph, Map.of(input, Constant.floats(shape, pixels)), name);
        }
    }

    @Test
    void aReshapeTargetComputedFromTheShapeKeepsTheBatch() throws Exception {
        Shapes shapes = new Shapes();
        shapes.add(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 8, 4, 4}));
        shapes.add("axis", Constant.integers(new long[0], new long[] {0}));
        shapes.add("first", Constant.integers(0));
        shapes.add("rest", Constant.integers(128));
        shapes.add(Node.of("Shape", List.of("x"), "shape", Map.of()));
        shapes.add(Node.of("Gather", List.of("shape", "axis"), "batch", Map.of()));
        shapes.add(Node.of("Unsqueeze", List.of("batch", "first"), "vector", Map.of()));
        shapes.add(Node.of("Concat", List.of("vector", "rest"), "target", Map.of("axis", new Attribute.Int(0))));
        shapes.add(Node.of("Reshape", List.of("x", "target"), "y", Map.of()));
        assertArrayEquals(new long[] {-1, 128}, shapes.shape("y"));
        assertArrayEquals(new long[] {-1, 128}, shapes.extents("target").orElseThrow());
        assertFalse(shapes.constant("target").isPresent(), "it depends on the batch");
    }

    @Test
    void windowsMayMoveIntoTheBatchAndBack() throws Exception {
        Shapes shapes = new Shapes();
        shapes.add(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 64, 6}));
        shapes.add("split", Constant.integers(-1, 16, 6));
        shapes.add("joined", Constant.integers(-1, 64, 6));
        shapes.add(Node.of("Reshape", List.of("x", "split"), "windows", Map.of()));
        shapes.add(Node.of("Reshape", List.of("windows", "joined"), "y", Map.of()));
        assertArrayEquals(new long[] {-4, 16, 6}, shapes.shape("windows"));
        assertArrayEquals(new long[] {-1, 64, 6}, shapes.shape("y"));
    }

    @Test
    void inputsThatDoNotFitAreNamedWithTheNode() {
        Shapes shapes = new Shapes();
        shapes.add(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3}));
        shapes.add("w", Constant.floats(new long[] {4}, 1, 2, 3, 4));
        Node add = new Node("sum", "", "Add", List.of("x", "w"), List.of("y"), Map.of());
        var refused = assertThrows(GraphException.class, () -> shapes.add(add));
        assertEquals(
                "Add 'sum' does not fit its inputs: [N, 3] and [4] cannot be broadcast to each other.",
                refused.getMessage());
    }

    @Test
    void anUnknownOperatorLeavesItsResultUnknown() throws Exception {
        Shapes shapes = new Shapes();
        shapes.add(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3}));
        shapes.add(Node.of("Unheard", List.of("x"), "y", Map.of()));
        shapes.add(Node.of("Relu", List.of("y"), "z", Map.of()));
        assertFalse(shapes.known("z"));
        assertThrows(GraphException.class, () -> shapes.shape("z"));
    }

    /** Makes every value an output and compares. */
    static void assertShapesAgree(Graph graph, Map<String, Constant> inputs, String name) throws Exception {
        Shapes shapes = Shapes.infer(graph);
        List<ValueInfo> all = new ArrayList<>();
        for (Node node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (!output.isEmpty()) {
                    assertTrue(shapes.known(output), name + ": " + node.describe() + " is not known");
                    all.add(new ValueInfo(output, shapes.type(output), shapes.shape(output)));
                }
            }
        }
        Map<String, Constant> values = Reference.run(graph.withOutputs(all), inputs);
        long batch = inputs.values().iterator().next().shape()[0];
        for (ValueInfo value : all) {
            Constant actual = values.get(value.name());
            String where = name + ": " + value.name() + " is " + Extents.text(value.shape());
            assertArrayEquals(actual.shape(), Extents.at(value.shape(), batch), where);
            assertEquals(actual.type(), value.type(), where);
            Constant computed = shapes.constant(value.name()).orElse(actual);
            assertEquals(0, Reference.difference(actual, computed), 1e-6, where);
        }
    }
}
