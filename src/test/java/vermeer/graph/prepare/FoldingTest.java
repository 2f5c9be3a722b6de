package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.ReadGraph;
import vermeer.graph.Reference;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Extents;
import vermeer.graph.shape.Shapes;

/** Shape arithmetic as PyTorch and TensorFlow export it. */
class FoldingTest {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();

    @Test
    void viewWithTheBatchFromTheShapeBecomesAConstantTarget() throws Exception {
        flattenByShape();
        Graph prepared = assertSame(graph(ElementType.FLOAT, -1, 3, 4, 4), 1, 2, 5);
        assertEquals(List.of("Reshape"), operators(prepared));
        String target = prepared.nodes().get(0).inputs().get(1);
        assertArrayEquals(new long[] {0, 48}, prepared.constants().get(target).toIntegers());
    }

    @Test
    void tensorFlowsStridedSliceAndPackBecomeAConstantTarget() throws Exception {
        constant("zero", Constant.integers(0));
        constant("one", Constant.integers(1));
        constant("rest", Constant.integers(new long[] {1}, new long[] {48}));
        node("Shape", "shape64", "x");
        nodes.add(Node.of("Cast", List.of("shape64"), "shape", Map.of("to", new Attribute.Int(6))));
        node("Slice", "first", "shape", "zero", "one", "zero");
        node("Squeeze", "batch", "first", "zero");
        node("Unsqueeze", "packed", "batch", "zero");
        nodes.add(Node.of("Cast", List.of("packed"), "packed64", Map.of("to", new Attribute.Int(7))));
        concat("target", "packed64", "rest");
        node("Reshape", "y", "x", "target");
        assertEquals(List.of("Reshape"), operators(assertSame(graph(ElementType.FLOAT, -1, 3, 4, 4), 1, 3)));
    }

    @Test
    void aClassTokenForEachPictureIsComputedFromTheBatchAlone() throws Exception {
        classToken();
        Graph prepared = assertSame(graph(ElementType.FLOAT, -1, 4, 3), 1, 2, 5);
        assertArrayEquals(new long[] {-1, 5, 3}, Shapes.infer(prepared).shape("y"));
        assertTrue(operators(prepared).stream()
                .noneMatch(List.of("Where", "Equal", "ConstantOfShape", "Gather")::contains));
    }

    @Test
    void aClassTokenOfAFileForOnePictureIsRepeated() throws Exception {
        constant("token", Constant.floats(new long[] {1, 1, 3}, 7, 8, 9));
        nodes.add(Node.of("Concat", List.of("token", "x"), "y", Map.of("axis", new Attribute.Int(1))));
        ReadGraph prepared = Preparation.prepare(graph(ElementType.FLOAT, 1, 4, 3));
        assertEquals(List.of(), prepared.notices());
        Constant y =
                Reference.run(prepared.graph(), Map.of("x", values(3, 4, 3))).get("y");
        assertArrayEquals(new long[] {3, 5, 3}, y.shape());
        assertArrayEquals(new float[] {7, 8, 9}, Arrays.copyOfRange(y.toFloats(), 30, 33));
    }

    @Test
    void aFileThatOnlyClaimsAFreeBatchIsMendedToo() throws Exception {
        constant("token", Constant.floats(new long[] {1, 1, 3}, 7, 8, 9));
        nodes.add(Node.of("Concat", List.of("token", "x"), "y", Map.of("axis", new Attribute.Int(1))));
        ReadGraph prepared = Preparation.prepare(graph(ElementType.FLOAT, -1, 4, 3));
        Constant y =
                Reference.run(prepared.graph(), Map.of("x", values(2, 4, 3))).get("y");
        assertArrayEquals(new long[] {2, 5, 3}, y.shape());
    }

    @Test
    void windowsWithTheBatchInsideAreFreed() throws Exception {
        constant("windows", Constant.integers(1, 2, 2, 2, 2, 3));
        constant("rows", Constant.integers(4, 4, 3));
        constant("back", Constant.integers(1, 2, 2, 2, 2, 3));
        constant("picture", Constant.integers(1, 4, 4, 3));
        Attribute swap = new Attribute.Ints(List.of(0L, 1L, 3L, 2L, 4L, 5L));
        node("Reshape", "a", "x", "windows");
        nodes.add(Node.of("Transpose", List.of("a"), "b", Map.of("perm", swap)));
        node("Reshape", "c", "b", "rows");
        nodes.add(Node.of("Softmax", List.of("c"), "d", Map.of("axis", new Attribute.Int(1))));
        node("Reshape", "e", "d", "back");
        nodes.add(Node.of("Transpose", List.of("e"), "f", Map.of("perm", swap)));
        node("Reshape", "y", "f", "picture");
        Graph one = graph(ElementType.FLOAT, 1, 4, 4, 3);
        ReadGraph prepared = Preparation.prepare(one);
        assertEquals(List.of(), prepared.notices());
        assertArrayEquals(new long[] {-4, 4, 3}, Shapes.infer(prepared.graph()).shape("d"));
        float[] both = Reference.run(prepared.graph(), Map.of("x", values(2, 4, 4, 3)))
                .get("y")
                .toFloats();
        float[] first =
                Reference.run(one, Map.of("x", values(1, 4, 4, 3))).get("y").toFloats();
        assertArrayEquals(first, Arrays.copyOf(both, 48), 1e-6f);
        assertArrayEquals(first, Arrays.copyOfRange(both, 48, 96), 1e-5f, "softmax does not see a common offset");
    }

    @Test
    void picturesThatAreMixedKeepTheFixedBatchAndItIsSaid() throws Exception {
        constant("axes", Constant.integers(0, 1));
        node("ReduceMean", "mean", "x", "axes");
        node("Sub", "y", "x", "mean");
        ReadGraph prepared = Preparation.prepare(graph(ElementType.FLOAT, 1, 4));
        assertEquals(1, prepared.graph().inputs().get(0).shape()[0]);
        assertTrue(prepared.notices().get(0).startsWith("The file fixes the number of pictures to 1"));
    }

    @Test
    void aBranchWhoseConditionIsKnownIsPutInPlace() throws Exception {
        constant("one", Constant.integers(new long[0], new long[] {1}));
        node("Shape", "shape", "x");
        constant("second", Constant.integers(new long[0], new long[] {1}));
        node("Gather", "channels", "shape", "second");
        node("Equal", "single", "channels", "one");
        Map<String, Attribute> branches = Map.of(
                "then_branch", body("Squeeze", "x", "axes", Constant.integers(1)),
                "else_branch", body("Mul", "x", "two", Constant.scalar(2)));
        nodes.add(Node.of("If", List.of("single"), "picked", branches));
        node("Relu", "y", "picked");
        Graph wide = Preparation.prepare(graph(ElementType.FLOAT, -1, 3, 2, 2)).graph();
        assertEquals(List.of("Mul", "Relu"), operators(wide));
        float[] doubled =
                Reference.run(wide, Map.of("x", values(1, 3, 2, 2))).get("y").toFloats();
        assertArrayEquals(new float[] {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22}, doubled);
        Graph single =
                Preparation.prepare(graph(ElementType.FLOAT, -1, 1, 2, 2)).graph();
        assertEquals(List.of("Squeeze", "Relu"), operators(single));
        assertArrayEquals(
                new long[] {1, 2, 2},
                Reference.run(single, Map.of("x", values(1, 1, 2, 2))).get("y").shape());
    }

    @Test
    void sizesComputedFromThePictureBecomeNumbers() throws Exception {
        constant("from", Constant.integers(2));
        constant("to", Constant.integers(4));
        constant("zero", Constant.integers(0));
        constant("factor", Constant.floats(new long[] {1}, 2.5f));
        node("Shape", "shape", "x");
        node("Slice", "spatial", "shape", "from", "to", "zero");
        nodes.add(Node.of("Cast", List.of("spatial"), "real", Map.of("to", new Attribute.Int(1))));
        node("Mul", "scaled", "real", "factor");
        node("Floor", "floored", "scaled");
        nodes.add(Node.of("Cast", List.of("floored"), "size", Map.of("to", new Attribute.Int(7))));
        node("Slice", "front", "shape", "zero", "from", "zero");
        concat("sizes", "front", "size");
        nodes.add(Node.of("Resize", List.of("x", "", "", "sizes"), "y", Map.of("mode", new Attribute.Text("linear"))));
        Graph prepared = assertSame(graph(ElementType.FLOAT, -1, 2, 3, 5), 1, 2);
        assertArrayEquals(new long[] {-1, 2, 7, 12}, Shapes.infer(prepared).shape("y"));
    }

    @Test
    void dropoutAndIdentityGoAndOutputsKeepTheirNames() throws Exception {
        node("Relu", "a", "x");
        node("Identity", "b", "a");
        node("Dropout", "c", "b");
        node("Identity", "y", "c");
        Graph prepared = assertSame(graph(ElementType.FLOAT, -1, 3), 2);
        assertEquals(List.of("Relu"), operators(prepared));
        assertEquals("y", prepared.nodes().get(0).output());
    }

    @Test
    void bytePixelsBecomeFloatsOfTheSameValues() throws Exception {
        constant("scale", Constant.scalar(1 / 255f));
        nodes.add(Node.of(
                "Transpose", List.of("x"), "planes", Map.of("perm", new Attribute.Ints(List.of(0L, 3L, 1L, 2L)))));
        nodes.add(Node.of("Cast", List.of("planes"), "real", Map.of("to", new Attribute.Int(1))));
        node("Mul", "y", "real", "scale");
        ReadGraph prepared = Preparation.prepare(graph(ElementType.UINT8, -1, 2, 2, 3));
        assertEquals(ElementType.FLOAT, prepared.graph().inputs().get(0).type());
        assertEquals(
                List.of("The network takes uint8 pixels; it is fed the same values as float32."), prepared.notices());
        float[] y = Reference.run(prepared.graph(), Map.of("x", values(1, 2, 2, 3)))
                .get("y")
                .toFloats();
        assertArrayEquals(new float[] {0, 3 / 255f, 6 / 255f, 9 / 255f}, Arrays.copyOf(y, 4), 1e-7f);
    }

    @Test
    void quantizedPixelsAreScaledInFloats() throws Exception {
        constant("scale", Constant.scalar(0.5f));
        constant("zero", new Constant(ElementType.UINT8, new long[0], java.nio.ByteBuffer.wrap(new byte[] {2})));
        node("DequantizeLinear", "y", "x", "scale", "zero");
        Graph prepared = Preparation.prepare(graph(ElementType.UINT8, -1, 4)).graph();
        float[] y = Reference.run(prepared, Map.of("x", values(1, 4))).get("y").toFloats();
        assertArrayEquals(new float[] {-1, -0.5f, 0, 0.5f}, y);
    }

    @Test
    void severalInputsAreRefusedByName() {
        node("Add", "y", "x", "mask");
        Graph one = graph(ElementType.FLOAT, -1, 3);
        List<ValueInfo> two = new ArrayList<>(one.inputs());
        two.add(new ValueInfo("mask", ElementType.FLOAT, new long[] {-1, 3}));
        var refused = assertThrows(GraphException.class, () -> Preparation.prepare(one.withInputs(two)));
        assertTrue(refused.getMessage().contains("several inputs (x, mask)"), refused.getMessage());
    }

    @Test
    void theSizeOfThePictureIsReplacedWhereTheGraphAllowsIt() throws Exception {
        flattenByShape();
        constant("w", Constant.floats(new long[] {48, 1}, new float[48]));
        nodes.add(Node.of("MatMul", List.of("y", "w"), "z", Map.of()));
        Graph open = graph("z", ElementType.FLOAT, -1, 3, Graph.UNKNOWN, Graph.UNKNOWN);
        assertTrue(InputSize.open(open));
        Graph prepared = Preparation.prepare(open, 4, 4).graph();
        assertArrayEquals(new long[] {-1, 3, 4, 4}, prepared.inputs().get(0).shape());
        assertArrayEquals(new long[] {-1, 1}, prepared.outputs().get(0).shape());
        var refused = assertThrows(GraphException.class, () -> Preparation.prepare(open, 5, 4));
        assertTrue(
                refused.getMessage().startsWith("The network cannot take pictures of 4 x 5 pixels: MatMul"),
                refused.getMessage());
    }

    @Test
    void aStridedViewThatMovesNothingIsAReshape() throws Exception {
        stridedView(6);
        assertEquals(
                List.of("ReduceMean", "Reshape"),
                operators(assertSame(graph(ElementType.FLOAT, -1, 6, 4, 4), 1, 2, 5)));
    }

    @Test
    void aStridedViewOfAFixedBatchIsAReshapeAndTheBatchIsFreed() throws Exception {
        stridedView(6);
        Graph prepared =
                Preparation.prepare(graph(ElementType.FLOAT, 1, 6, 4, 4)).graph();
        assertEquals(List.of("ReduceMean", "Reshape"), operators(prepared));
        assertArrayEquals(new long[] {-1, 6, 1, 1}, Shapes.infer(prepared).shape("y"));
    }

    @Test
    void aStridedViewThatRepeatsPlacesStaysAGather() throws Exception {
        stridedView(3);
        Graph prepared =
                Preparation.prepare(graph(ElementType.FLOAT, -1, 6, 4, 4)).graph();
        assertTrue(operators(prepared).contains("Gather"), operators(prepared)::toString);
    }

    /** x.mean((2, 3), keepdim=True).as_strided((N, 6, 1, 1), (stride, 1, 1, 1)), as PyTorch exports it. */
    private void stridedView(long stride) {
        constant("axes", Constant.integers(2, 3));
        constant("open", Constant.integers(-1));
        constant("zero", Constant.integers(new long[0], new long[] {0}));
        constant("one", Constant.integers(new long[0], new long[] {1}));
        constant("stride", Constant.integers(new long[0], new long[] {stride}));
        constant("behind", Constant.integers(1, 2, 3));
        constant("within", Constant.integers(new long[] {1, 6, 1, 1}, new long[] {0, 1, 2, 3, 4, 5}));
        node("ReduceMean", "mean", "x", "axes");
        node("Reshape", "flat", "mean", "open");
        Map<String, Attribute> first = Map.of("start", new Attribute.Int(0), "end", new Attribute.Int(1));
        nodes.add(Node.of("Shape", List.of("x"), "shape", first));
        node("Squeeze", "batch", "shape");
        node("Range", "pictures", "zero", "batch", "one");
        node("Mul", "starts", "pictures", "stride");
        node("Unsqueeze", "column", "starts", "behind");
        node("Add", "places", "column", "within");
        node("Gather", "y", "flat", "places");
    }

    private void flattenByShape() {
        constant("first", Constant.integers(new long[0], new long[] {0}));
        constant("axis", Constant.integers(0));
        constant("open", Constant.integers(-1));
        node("Shape", "shape", "x");
        node("Gather", "batch", "shape", "first");
        node("Unsqueeze", "vector", "batch", "axis");
        concat("target", "vector", "open");
        node("Reshape", "y", "x", "target");
    }

    /** x.new_token.expand(x.shape[0], -1, -1), as PyTorch exports it, joined to x. */
    private void classToken() {
        constant("token", Constant.floats(new long[] {1, 1, 3}, 7, 8, 9));
        constant("first", Constant.integers(new long[0], new long[] {0}));
        constant("axis", Constant.integers(0));
        constant("minus", Constant.integers(-1));
        constant("three", Constant.integers(3));
        node("Shape", "shape", "x");
        node("Gather", "batch", "shape", "first");
        node("Unsqueeze", "vector", "batch", "axis");
        concat("wanted", "vector", "minus", "minus");
        Attribute one = new Attribute.Value(Constant.integers(1));
        nodes.add(Node.of("ConstantOfShape", List.of("three"), "ones", Map.of("value", one)));
        constant("scalar", Constant.integers(new long[0], new long[] {-1}));
        node("Equal", "open", "wanted", "scalar");
        node("Where", "target", "open", "ones", "wanted");
        node("Expand", "tokens", "token", "target");
        nodes.add(Node.of("Concat", List.of("tokens", "x"), "y", Map.of("axis", new Attribute.Int(1))));
    }

    private Graph assertSame(Graph graph, int... batches) throws Exception {
        Graph prepared = Preparation.prepare(graph).graph();
        for (int batch : batches) {
            Constant x = values(Extents.at(graph.inputs().get(0).shape(), batch));
            Constant expected = Reference.run(graph, Map.of("x", x)).get("y");
            Constant found = Reference.run(prepared, Map.of("x", x)).get("y");
            assertEquals(0, Reference.difference(expected, found), 1e-6);
            assertArrayEquals(
                    expected.shape(), Extents.at(Shapes.infer(prepared).shape("y"), batch));
        }
        return prepared;
    }

    private Graph graph(ElementType type, long... shape) {
        return graph("y", type, shape);
    }

    private Graph graph(String output, ElementType type, long... shape) {
        ValueInfo x = new ValueInfo("x", type, shape);
        long[] open = new long[0];
        return new Graph(
                "g",
                18,
                List.of(x),
                List.of(new ValueInfo(output, ElementType.FLOAT, open)),
                nodes,
                constants,
                Map.of());
    }

    private static Attribute body(String operator, String outside, String inside, Constant constant) {
        Node node = Node.of(operator, List.of(outside, inside), "inner", Map.of());
        ValueInfo output = new ValueInfo("inner", ElementType.FLOAT, new long[0]);
        return new Attribute.Body(
                new Graph("b", 18, List.of(), List.of(output), List.of(node), Map.of(inside, constant), Map.of()));
    }

    private void node(String operator, String output, String... inputs) {
        nodes.add(Node.of(operator, List.of(inputs), output, Map.of()));
    }

    private void concat(String output, String... inputs) {
        nodes.add(Node.of("Concat", List.of(inputs), output, Map.of("axis", new Attribute.Int(0))));
    }

    private void constant(String name, Constant constant) {
        constants.put(name, constant);
    }

    private static List<String> operators(Graph graph) {
        return graph.nodes().stream().map(Node::operator).toList();
    }

    private static Constant values(long... shape) {
        float[] values = new float[(int) Extents.product(shape, 0, shape.length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return Constant.floats(shape, values);
    }
}
