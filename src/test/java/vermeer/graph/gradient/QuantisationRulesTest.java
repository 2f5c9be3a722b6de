package vermeer.graph.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static vermeer.graph.gradient.SmallGraph.with;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.tensor.Tensor;

/** Straight through (Bengio and others, 2013): rounding passes the gradient on, saturation stops it. */
class QuantisationRulesTest {

    @Test
    void theGradientPassesThroughRoundingButNotThroughSaturation() throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), 6);
        String scale = graph.scalar(0.1f);
        String zero = bytes(graph, new long[0], ElementType.UINT8, 10);
        String whole = graph.add("QuantizeLinear", "x", scale, zero);
        String y = graph.add("DequantizeLinear", whole, scale, zero);
        assertArrayEquals(new float[] {0, 1, 1, 1, 1, 0}, gradient(graph, y, -2, -1, 0.03f, 7.77f, 24.5f, 26), 1e-6f);
    }

    @Test
    void everyChannelHasItsOwnScaleAndRange() throws Exception {
        SmallGraph graph = new SmallGraph(new Random(1), 2, 2);
        String scales = graph.floats(0.1f, 1);
        String zeros = bytes(graph, new long[] {2}, ElementType.INT8, 0, -100);
        Map<String, Attribute> channels = with("axis", 1);
        String whole = graph.add("QuantizeLinear", channels, "x", scales, zeros);
        String y = graph.add("DequantizeLinear", channels, whole, scales, zeros);
        assertArrayEquals(new float[] {1, 0, 1, 0}, gradient(graph, y, 12, 13, 13, -30), 1e-6f);
    }

    private static String bytes(SmallGraph graph, long[] shape, ElementType type, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(value -> bytes.put((byte) value));
        return graph.constant(new Constant(type, shape, bytes.flip()));
    }

    /** Of an input whose values beside the batch are these. */
    private static float[] gradient(SmallGraph graph, String y, float... x) throws Exception {
        int[] shape = x.length == 4 ? new int[] {1, 2, 2} : new int[] {1, x.length};
        float[] ones = new float[x.length];
        Arrays.fill(ones, 1);
        return GradientRun.of(graph.ending(y), new Tensor(shape, x), new Tensor(shape, ones))
                .data();
    }
}
