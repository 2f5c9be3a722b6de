package vermeer.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;
import vermeer.image.Pixels;

/**
 * An ONNX network that tells red, green and blue pictures apart: a 1 x 1 convolution copies the channels, ReLU cuts them
 * off at half brightness, and their means, times 8, are the logits. Input 32 x 32, values 0 to 1.
 */
public final class TinyNetwork {
    static final int SIDE = 32;

    private TinyNetwork() {}

    /** Writes {@code tiny.onnx} and its profile with class names. */
    public static Path write(Path folder) throws Exception {
        Path file = folder.resolve("tiny.onnx");
        OnnxWriter.write(graph(Map.of()), file);
        Files.writeString(
                folder.resolve("tiny.profile.json"),
                "{\"height\": 32, \"width\": 32, \"channels\": \"RGB\", \"layout\": \"NCHW\","
                        + " \"resize\": \"shorter side to 32, centre crop 32\", \"interpolation\": \"bilinear\","
                        + " \"mean\": [0, 0, 0], \"std\": [255, 255, 255], \"output\": \"probabilities\","
                        + " \"classes\": \"colours.txt\"}");
        Files.writeString(folder.resolve("colours.txt"), "red, scarlet\ngreen\nblue, navy\n");
        return file;
    }

    /** Writes the network anew, with metadata. */
    public static void say(Path file, Map<String, String> metadata) throws Exception {
        OnnxWriter.write(graph(metadata), file);
    }

    static Graph graph(Map<String, String> metadata) {
        return new Graph(
                "tiny",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(new ValueInfo("p", ElementType.FLOAT, new long[] {-1, 3})),
                List.of(
                        Node.of("Conv", List.of("x", "identity", "threshold"), "copied", Map.of()),
                        Node.of("Relu", List.of("copied"), "features", Map.of()),
                        Node.of("GlobalAveragePool", List.of("features"), "pooled", Map.of()),
                        Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                        Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of()),
                        Node.of("Softmax", List.of("logits"), "p", Map.of("axis", new Attribute.Int(1)))),
                Map.of(
                        "identity", Constant.floats(new long[] {3, 3, 1, 1}, 1, 0, 0, 0, 1, 0, 0, 0, 1),
                        "threshold", Constant.floats(new long[] {3}, -0.5f, -0.5f, -0.5f),
                        "weights", Constant.floats(new long[] {3, 3}, 8, 0, 0, 0, 8, 0, 0, 0, 8)),
                metadata);
    }

    /** Writes a black PNG with a square of this colour in its upper left quarter. */
    public static Path picture(Path file, int rgb) throws Exception {
        BufferedImage image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 16; y++) {
            for (int x = 8; x < 24; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        new Pixels(48, 32, image.getRGB(0, 0, 48, 32, null, 0, 48)).writePng(file);
        return file;
    }
}
