package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vermeer.graph.gradient.SmallGraph.with;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vermeer.graph.Attribute;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.shape.Shapes;

/** A use of an operator that cannot be differentiated is one sentence that names the operator and the reason. */
class UnsupportedUseTest {

    static Stream<Arguments> uses() {
        return Stream.of(
                use(
                        "Clip",
                        "has bounds that depend on the picture",
                        graph -> graph.add("Clip", "x", graph.add("ReduceMin", with("keepdims", 0), "x"))),
                use(
                        "Slice",
                        "works along the batch",
                        graph -> graph.add("Slice", "x", graph.integers(0), graph.integers(1), graph.integers(0))),
                use("Gather", "works along the batch", graph -> graph.add("Gather", "x", graph.integers(0))),
                use("Concat", "works along the batch", graph -> graph.add("Concat", with("axis", 0), "x", "x")),
                use("ReduceMean", "works along the batch", graph -> graph.add("ReduceMean", "x", graph.integers(0, 1))),
                use("Pad", "pads with a value that depends on the picture", UnsupportedUseTest::padWithMean),
                use("Resize", "keeps the aspect ratio", UnsupportedUseTest::resizeKeepingAspect));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("uses")
    void isRefusedByName(String operator, String reason, OperatorCase.Body body) throws Exception {
        SmallGraph small = new SmallGraph(new Random(1), 3, 4, 4);
        Graph graph = small.ending(body.build(small));
        String output = graph.outputs().get(0).name();
        Shapes shapes = Shapes.infer(graph);
        GraphException refusal = assertThrows(
                GraphException.class,
                () -> Differentiation.differentiate(graph, shapes, output, RuleTable.STANDARD, List.of(), 1));
        assertTrue(refusal.getMessage().startsWith("The operator " + operator + " "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
    }

    private static Arguments use(String operator, String reason, OperatorCase.Body body) {
        return Arguments.of(operator, reason, Named.of("its graph", body));
    }

    private static String padWithMean(SmallGraph graph) {
        String sum = graph.add("ReduceSum", with("keepdims", 0), "x");
        return graph.add("Pad", "x", graph.integers(0, 0, 1, 1, 0, 0, 1, 1), sum);
    }

    private static String resizeKeepingAspect(SmallGraph graph) {
        Map<String, Attribute> attributes = Map.of(
                "mode", new Attribute.Text("linear"),
                "axes", SmallGraph.ints(2, 3),
                "keep_aspect_ratio_policy", new Attribute.Text("not_larger"));
        return graph.add("Resize", attributes, "x", "", "", graph.integers(8, 6));
    }
}
