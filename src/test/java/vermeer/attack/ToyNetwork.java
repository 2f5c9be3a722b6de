package vermeer.attack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.engine.Engine;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;
import vermeer.image.Picture;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/**
 * Networks that are known by heart, for pictures of 24 x 16 pixels that are reduced to 12 x 8: a filter that tells
 * neighbouring pixels apart, its rectified mean, and a linear layer.
 */
public final class ToyNetwork {
    static final int WIDTH = 24;
    static final int HEIGHT = 16;

    private ToyNetwork() {}

    /** Answers by the strength of vertical and of horizontal edges; small changes are enough. */
    public static OpenModel fragile(Engine engine, Path folder) throws Exception {
        return open(engine, folder, "fragile", 40);
    }

    /** Answers the same whatever it sees. */
    static OpenModel unattackable(Engine engine, Path folder) throws Exception {
        return open(engine, folder, "unattackable", 0);
    }

    private static OpenModel open(Engine engine, Path folder, String name, float weight) throws Exception {
        return Models.ofEveryFormat(engine).open(write(folder, name, weight), Optional.empty(), Progress.none());
    }

    /** Writes the fragile network with its profile and class names. */
    public static Path write(Path folder) throws Exception {
        return write(folder, "fragile", 40);
    }

    private static Path write(Path folder, String name, float weight) throws Exception {
        Path file = folder.resolve(name + ".onnx");
        OnnxWriter.write(graph(name, weight), file);
        Files.writeString(
                folder.resolve(name + ".profile.json"),
                "{\"height\": 8, \"width\": 12, \"channels\": \"RGB\", \"layout\": \"NCHW\","
                        + " \"resize\": \"stretch to 12 x 8\", \"interpolation\": \"bilinear\","
                        + " \"mean\": [0, 0, 0], \"std\": [255, 255, 255], \"output\": \"logits\","
                        + " \"classes\": \"toy.txt\"}");
        Files.writeString(folder.resolve("toy.txt"), "upright\nlevel\nflat\n");
        return file;
    }

    private static Graph graph(String name, float weight) {
        return new Graph(
                name,
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, 8, 12})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, 3})),
                List.of(
                        Node.of("Conv", List.of("x", "edges"), "filtered", Map.of()),
                        Node.of("Relu", List.of("filtered"), "features", Map.of()),
                        Node.of("GlobalAveragePool", List.of("features"), "pooled", Map.of()),
                        Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                        Node.of(
                                "Gemm",
                                List.of("flat", "weights", "bias"),
                                "logits",
                                Map.of("alpha", new Attribute.Real(weight)))),
                Map.of(
                        "edges",
                                Constant.floats(
                                        new long[] {2, 3, 2, 2},
                                        1,
                                        -1,
                                        1,
                                        -1,
                                        1,
                                        -1,
                                        1,
                                        -1,
                                        1,
                                        -1,
                                        1,
                                        -1,
                                        1,
                                        1,
                                        -1,
                                        -1,
                                        1,
                                        1,
                                        -1,
                                        -1,
                                        1,
                                        1,
                                        -1,
                                        -1),
                        "weights", Constant.floats(new long[] {2, 3}, 1, -1, 0, -1, 1, 0),
                        "bias", Constant.floats(new long[] {3}, 0.3f, 0, -1)),
                Map.of());
    }

    /** A picture with some structure, which both networks call {@code upright}. */
    public static Picture picture() {
        byte[] rgb = new byte[3 * WIDTH * HEIGHT];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % WIDTH;
            int y = i / 3 / WIDTH;
            rgb[i] = (byte) (100 + 9 * (x / 4 % 2) + 8 * (y / 4 % 2) + i % 3);
        }
        return Picture.of(WIDTH, HEIGHT, rgb);
    }
}
