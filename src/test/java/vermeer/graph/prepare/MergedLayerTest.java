package vermeer.graph.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** A convolution of two channels with batch normalisation behind it; the second channel's scale is all but nothing. */
class MergedLayerTest {
    private static final float[] WEIGHTS = {0.5f, -1, 2, 3};
    private static final float[] CHANGED_WEIGHTS = {0.7f, -0.9f, 0.02f, -0.01f};
    private static final float[] CHANGED_BIAS = {0.4f, -0.3f};

    @Test
    void whatIsTakenApartMergesToTheSameAgain() {
        MergedLayer.Apart apart = apart(true);
        assertMergesTo(apart);
        assertEquals(2, apart.scale()[0], "a scale that can be divided by stays");
        assertArrayEquals(new float[] {0.1f, 0.2f}, apart.mean());
    }

    @Test
    void aChannelThatWasSwitchedOffGetsAFactorOfOne() {
        MergedLayer.Apart apart = apart(true);
        assertEquals(Math.sqrt(0.25 + 1e-3), apart.scale()[1], 1e-6);
        assertEquals(CHANGED_WEIGHTS[2], apart.weights()[2], 1e-7);
    }

    @Test
    void whereTheScaleIsLockedTheMeanTakesUpTheBias() {
        MergedLayer.Apart apart = apart(false);
        assertMergesTo(apart);
        assertArrayEquals(new float[] {2, 1e-6f}, apart.scale());
        assertArrayEquals(new float[] {0.3f, -0.1f}, apart.shift());
    }

    private static void assertMergesTo(MergedLayer.Apart apart) {
        Graph merged = MergedNormalisation.merge(graph(apart.weights(), apart.scale(), apart.shift(), apart.mean()));
        assertArrayEquals(CHANGED_WEIGHTS, merged.constants().get("y/weights").toFloats(), 1e-6f);
        assertArrayEquals(CHANGED_BIAS, merged.constants().get("y/bias").toFloats(), 1e-5f);
    }

    private static MergedLayer.Apart apart(boolean affine) {
        Graph graph = graph(WEIGHTS, new float[] {2, 1e-6f}, new float[] {0.3f, -0.1f}, new float[] {0.1f, 0.2f});
        List<MergedLayer> layers = MergedNormalisation.layers(graph);
        assertEquals(1, layers.size());
        assertEquals("y/weights", layers.get(0).mergedWeights());
        return layers.get(0).apart(graph, CHANGED_WEIGHTS, CHANGED_BIAS, affine);
    }

    private static Graph graph(float[] weights, float[] scale, float[] shift, float[] mean) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        constants.put("w", Constant.floats(new long[] {2, 2, 1, 1}, weights));
        constants.put("b", Constant.floats(new long[] {2}, 0.6f, -0.2f));
        constants.put("scale", Constant.floats(new long[] {2}, scale));
        constants.put("shift", Constant.floats(new long[] {2}, shift));
        constants.put("mean", Constant.floats(new long[] {2}, mean));
        constants.put("variance", Constant.floats(new long[] {2}, 0.5f, 0.25f));
        Map<String, vermeer.graph.Attribute> epsilon = Map.of("epsilon", new vermeer.graph.Attribute.Real(1e-3f));
        return new Graph(
                "layer",
                Upgrade.OPSET,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 2, 3, 3})),
                List.of(new ValueInfo("y", ElementType.FLOAT, new long[] {-1, 2, 3, 3})),
                List.of(
                        Node.of("Conv", List.of("x", "w", "b"), "c", Map.of()),
                        Node.of(
                                "BatchNormalization",
                                List.of("c", "scale", "shift", "mean", "variance"),
                                "y",
                                epsilon)),
                constants,
                Map.of());
    }
}
