package vermeer.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignedWeightsTest {
    @TempDir
    Path folder;

    @Test
    void unalignedWeightsAreMappedFromAnAlignedCopyWithTheSameValues() throws Exception {
        Graph graph = graph(unaligned(1, 2, 3), unaligned(4, 5, 6, 7));
        assertFalse(graph.constants().get("a").aligned());
        for (int time = 0; time < 2; time++) {
            Graph aligned = AlignedWeights.align(graph, "key", folder);
            assertTrue(aligned.constants().values().stream().allMatch(Constant::aligned));
            assertArrayEquals(
                    new float[] {1, 2, 3}, aligned.constants().get("a").toFloats());
            assertArrayEquals(
                    new float[] {4, 5, 6, 7}, aligned.constants().get("b").toFloats());
        }
        assertEquals(List.of(folder.resolve("key.weights")), Files.list(folder).toList());
    }

    @Test
    void alignedWeightsStayWhereTheyAre() throws Exception {
        Graph graph = graph(Constant.floats(new long[] {1}, 1), Constant.floats(new long[] {1}, 2));
        assertSame(graph, AlignedWeights.align(graph, "key", folder));
    }

    @Test
    void aCopyOfAnotherModelIsRefused() throws Exception {
        Files.write(folder.resolve("key.weights"), new byte[3]);
        Graph graph = graph(unaligned(1, 2, 3), unaligned(4));
        assertThrows(GraphException.class, () -> AlignedWeights.align(graph, "key", folder));
    }

    private static Constant unaligned(float... values) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * values.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        int odd = bytes.alignmentOffset(0, 4) == 1 ? 2 : 1;
        for (int i = 0; i < values.length; i++) {
            bytes.putFloat(odd + 4 * i, values[i]);
        }
        bytes.position(odd).limit(odd + 4 * values.length);
        return new Constant(ElementType.FLOAT, new long[] {values.length}, bytes);
    }

    private static Graph graph(Constant a, Constant b) {
        Map<String, Constant> constants = new LinkedHashMap<>();
        constants.put("a", a);
        constants.put("b", b);
        return new Graph("g", 21, List.of(), List.of(), List.of(), constants, Map.of());
    }
}
