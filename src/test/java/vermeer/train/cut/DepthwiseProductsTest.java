package vermeer.train.cut;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vermeer.engine.Engine;
import vermeer.engine.Session;
import vermeer.graph.Attribute;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;
import vermeer.graph.shape.Shapes;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** The reference is ONNX Runtime's own convolution. */
class DepthwiseProductsTest {

    @Test
    void productsEqualTheConvolutionWithEveryStrideDilationAndPadding() throws Exception {
        Random random = new Random(4);
        try (Engine engine = Engine.start()) {
            compare(engine, random, ints(3, 3), ints(1, 1), ints(1, 1), ints(1, 1, 1, 1));
            compare(engine, random, ints(3, 3), ints(2, 2), ints(1, 1), ints(0, 0, 1, 1));
            compare(engine, random, ints(5, 3), ints(2, 1), ints(1, 2), ints(2, 0, 1, 3));
            compare(engine, random, ints(2, 4), ints(3, 2), ints(2, 1), ints(0, 1, 0, 0));
            compare(engine, random, ints(1, 1), ints(1, 2), ints(1, 1), ints(0, 0, 0, 0));
        }
    }

    private static void compare(
            Engine engine, Random random, long[] kernel, long[] strides, long[] dilations, long[] pads)
            throws Exception {
        Graph convolution = convolution(kernel, strides, dilations, pads);
        Graph products = DepthwiseProducts.of(convolution, Set.of("weights"));
        assertTrue(products.nodes().stream().noneMatch(node -> node.operator().equals("Conv")));
        assertArrayEquals(
                Shapes.infer(convolution).shape("y"), Shapes.infer(products).shape("y"));
        Map<String, Tensor> inputs = Map.of(
                "x", gaussian(random, 2, 6, 9, 11),
                "weights", gaussian(random, 6, 1, (int) kernel[0], (int) kernel[1]),
                "bias", gaussian(random, 6));
        try (Session expected = engine.open(convolution);
                Session actual = engine.open(products)) {
            Tensor wanted = expected.run(inputs, List.of("y"), Progress.none()).get("y");
            Tensor found = actual.run(inputs, List.of("y"), Progress.none()).get("y");
            assertArrayEquals(wanted.shape(), found.shape());
            assertArrayEquals(wanted.data(), found.data(), 1e-5f);
        }
    }

    @Test
    void otherConvolutionsStayAsTheyAre() throws Exception {
        Graph convolution = convolution(ints(3, 3), ints(1, 1), ints(1, 1), ints(1, 1, 1, 1));
        assertEquals(
                convolution.nodes(), DepthwiseProducts.of(convolution, Set.of()).nodes());
    }

    private static Graph convolution(long[] kernel, long[] strides, long[] dilations, long[] pads) throws Exception {
        Map<String, Attribute> attributes = Map.of(
                "group", new Attribute.Int(6),
                "kernel_shape", list(kernel),
                "strides", list(strides),
                "dilations", list(dilations),
                "pads", list(pads));
        Graph open = new Graph(
                "depthwise",
                17,
                List.of(value("x", 2, 6, 9, 11), value("weights", 6, 1, kernel[0], kernel[1]), value("bias", 6)),
                List.of(value("y", -1, -1, -1, -1)),
                List.of(Node.of("Conv", List.of("x", "weights", "bias"), "y", attributes)),
                Map.of(),
                Map.of());
        return open.withOutputs(List.of(value("y", Shapes.infer(open).shape("y"))));
    }

    private static ValueInfo value(String name, long... shape) {
        return new ValueInfo(name, ElementType.FLOAT, shape);
    }

    private static Tensor gaussian(Random random, int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private static long[] ints(long... values) {
        return values;
    }

    private static Attribute list(long[] values) {
        return new Attribute.Ints(java.util.Arrays.stream(values).boxed().toList());
    }
}
