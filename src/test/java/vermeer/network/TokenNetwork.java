package vermeer.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;

/** A small vision transformer: patches of 8 x 8 pixels, a token for the whole picture in front, one layer of attention. */
final class TokenNetwork {
    static final int SIDE = 32;
    static final int FEATURES = 6;

    private TokenNetwork() {}

    /** Writes it with its profile. */
    static Path write(Path folder) throws Exception {
        Path file = folder.resolve("tokens.onnx");
        OnnxWriter.write(graph(), file);
        Files.writeString(
                folder.resolve("tokens.profile.json"),
                "{\"height\": 32, \"width\": 32, \"channels\": \"RGB\", \"layout\": \"NCHW\", \"resize\": \"stretch to"
                        + " 32\", \"interpolation\": \"bilinear\", \"mean\": [0, 0, 0], \"std\": [255, 255, 255],"
                        + " \"output\": \"logits\"}");
        return file;
    }

    private static Graph graph() {
        Attribute eight = new Attribute.Ints(List.of(8L, 8L));
        Attribute swap = new Attribute.Ints(List.of(0L, 2L, 1L));
        return new Graph(
                "tokens",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, 3})),
                List.of(
                        Node.of("Conv", List.of("x", "patches"), "embedded", Map.of("strides", eight)),
                        Node.of("Reshape", List.of("embedded", "flat"), "rows", Map.of()),
                        Node.of("Transpose", List.of("rows"), "patch_tokens", Map.of("perm", swap)),
                        Node.of("Pad", List.of("patch_tokens", "front"), "all_tokens", Map.of()),
                        Node.of("Add", List.of("all_tokens", "positions"), "placed", Map.of()),
                        Node.of("Transpose", List.of("placed"), "keys", Map.of("perm", swap)),
                        Node.of("MatMul", List.of("placed", "keys"), "scores", Map.of()),
                        Node.of("Softmax", List.of("scores"), "weights", Map.of("axis", new Attribute.Int(-1))),
                        Node.of("MatMul", List.of("weights", "placed"), "mixed", Map.of()),
                        Node.of("Add", List.of("mixed", "placed"), "attended", Map.of()),
                        Node.of("MatMul", List.of("attended", "values"), "projected", Map.of()),
                        Node.of("Add", List.of("projected", "attended"), "second", Map.of()),
                        Node.of("Gather", List.of("second", "zero"), "first", Map.of("axis", new Attribute.Int(1))),
                        Node.of("MatMul", List.of("first", "classifier"), "logits", Map.of())),
                Map.of(
                        "patches", random(1, FEATURES, 3, 8, 8),
                        "flat", Constant.integers(0, FEATURES, 16),
                        "front", Constant.integers(0, 1, 0, 0, 0, 0),
                        "positions", random(2, 1, 17, FEATURES),
                        "values", random(3, FEATURES, FEATURES),
                        "zero", Constant.integers(new long[0], new long[] {0}),
                        "classifier", random(4, FEATURES, 3)),
                Map.of());
    }

    private static Constant random(long seed, long... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble(-0.3, 0.3);
        }
        return Constant.floats(shape, values);
    }
}
