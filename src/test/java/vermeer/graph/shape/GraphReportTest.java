package vermeer.graph.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxReader;
import vermeer.graph.ValueInfo;
import vermeer.graph.prepare.Preparation;

class GraphReportTest {

    @Test
    void convolutionsAndProductsAreCountedForOnePicture() throws Exception {
        Map<String, Constant> weights = Map.of(
                "k", Constant.floats(new long[] {4, 1, 3, 3}, new float[36]),
                "b", Constant.floats(new long[] {4}, new float[4]),
                "w", Constant.floats(new long[] {64, 10}, new float[640]),
                "max", Constant.scalar(6));
        Map<String, Attribute> grouped = Map.of("group", new Attribute.Int(2));
        List<Node> nodes = List.of(
                Node.of("Conv", List.of("x", "k", "b"), "c", grouped),
                Node.of("Clip", List.of("c", "", "max"), "r", Map.of()),
                Node.of("Flatten", List.of("r"), "f", Map.of()),
                Node.of("MatMul", List.of("f", "w"), "y", Map.of()));
        ValueInfo x = new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 2, 6, 6});
        ValueInfo y = new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 10});
        Graph graph = new Graph("g", 21, List.of(x), List.of(y), nodes, weights, Map.of());
        GraphReport report = GraphReport.of(graph, Shapes.infer(graph));
        assertEquals(Map.of("Conv", 1, "Clip", 1, "Flatten", 1, "MatMul", 1), report.operators());
        assertEquals(36 + 4 + 640, report.parameters());
        assertEquals(4 * 16 * 9, report.nodes().get(0).multiplyAdds());
        assertEquals(4 * 16 * 9 + 640, report.multiplyAdds());
        assertArrayEquals(new long[] {-1, 4, 4, 4}, report.nodes().get(0).shape());
    }

    @Test
    void anEinsumCountsEveryCombinationOfItsAxes() throws Exception {
        Shapes shapes = new Shapes();
        shapes.add(new ValueInfo("q", ElementType.FLOAT, new long[] {-1, 2, 5, 8}));
        shapes.add(new ValueInfo("k", ElementType.FLOAT, new long[] {-1, 2, 5, 8}));
        Attribute equation = new Attribute.Text("bhid,bhjd->bhij");
        Node node = Node.of("Einsum", List.of("q", "k"), "y", Map.of("equation", equation));
        shapes.add(node);
        assertEquals(2 * 5 * 5 * 8, NodeCost.multiplyAdds(node, shapes));
    }

    @Test
    void mobileNetV2HasTheCountsOfItsPaper() throws Exception {
        Path file = Path.of("../shared/models/mobilenet_v2.onnx");
        Assumptions.assumeTrue(Files.exists(file), "the shared models are not there");
        Graph graph = Preparation.prepare(OnnxReader.read(file)).graph();
        GraphReport report = GraphReport.of(graph, Shapes.infer(graph));
        assertEquals(3.5e6, report.parameters(), 0.05e6);
        assertEquals(300e6, report.multiplyAdds(), 5e6);
    }
}
