package vermeer.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.ValueInfo;

/** Small graphs for the engine's tests. */
final class Graphs {
    private Graphs() {}

    /** y = x * weights + 1, for x of {@code [batch, in]}. */
    static Graph dense(Constant weights) {
        long in = weights.shape()[0];
        long out = weights.shape()[1];
        return new Graph(
                "dense",
                17,
                List.of(value("x", -1, in)),
                List.of(value("y", -1, out)),
                List.of(
                        Node.of("MatMul", List.of("x", "weights"), "product", Map.of()),
                        Node.of("Add", List.of("product", "one"), "y", Map.of())),
                Map.of("weights", weights, "one", Constant.scalar(1)),
                Map.of());
    }

    /** A stack of 3x3 convolutions that keeps a processor busy: {@code [batch, channels, side, side]} in and out. */
    static Graph convolutions(int layers, int channels, int side) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Constant> constants = new LinkedHashMap<>();
        String value = "x";
        for (int i = 0; i < layers; i++) {
            constants.put("w" + i, random(i, channels, channels, 3, 3));
            String next = i == layers - 1 ? "y" : "c" + i;
            nodes.add(Node.of(
                    "Conv",
                    List.of(value, "w" + i),
                    next,
                    Map.of("pads", new Attribute.Ints(List.of(1L, 1L, 1L, 1L)))));
            value = next;
        }
        return new Graph(
                "convolutions",
                17,
                List.of(value("x", -1, channels, side, side)),
                List.of(value("y", -1, channels, side, side)),
                nodes,
                constants,
                Map.of());
    }

    /** Small random weights at an odd address outside the heap, as a mapped file has them. */
    static Constant unaligned(long... shape) {
        Constant aligned = random(7, shape);
        ByteBuffer all =
                ByteBuffer.allocateDirect(aligned.bytes().remaining() + 1).order(ByteOrder.LITTLE_ENDIAN);
        all.position(all.alignmentOffset(0, 4) == 0 ? 1 : 0);
        ByteBuffer odd = all.slice(all.position(), aligned.bytes().remaining());
        odd.put(aligned.buffer());
        return new Constant(ElementType.FLOAT, shape, odd.flip());
    }

    static Constant random(int seed, long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        Random random = new Random(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * 0.05);
        }
        return Constant.floats(shape, values);
    }

    static ValueInfo value(String name, long... shape) {
        return new ValueInfo(name, ElementType.FLOAT, shape);
    }
}
