package vermeer.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;

/** A small network and small photos to train it on. */
public final class ToyTraining {
    /** Rows and columns of the network's input. */
    public static final int SIDE = 16;

    /** The number of features. */
    public static final int WIDTH = 12;

    private ToyTraining() {}

    /** Convolution, depthwise convolution, a residual block, pooling, and a classifier of three classes; random weights. */
    public static Graph network() {
        Random random = new Random(7);
        List<Node> nodes = new ArrayList<>();
        Map<String, Constant> constants = new LinkedHashMap<>();
        conv(nodes, constants, random, "stem", "image", new long[] {8, 3, 3, 3}, 2, 1);
        nodes.add(Node.of("Relu", List.of("stem"), "stem_relu", Map.of()));
        conv(nodes, constants, random, "deep", "stem_relu", new long[] {8, 1, 3, 3}, 1, 8);
        nodes.add(Node.of("Relu", List.of("deep"), "deep_relu", Map.of()));
        conv(nodes, constants, random, "inner", "deep_relu", new long[] {8, 8, 1, 1}, 1, 1);
        nodes.add(Node.of("Add", List.of("deep_relu", "inner"), "block", Map.of()));
        conv(nodes, constants, random, "last", "block", new long[] {WIDTH, 8, 3, 3}, 2, 1);
        nodes.add(Node.of("Relu", List.of("last"), "last_relu", Map.of()));
        nodes.add(Node.of("GlobalAveragePool", List.of("last_relu"), "pooled", Map.of()));
        nodes.add(Node.of("Flatten", List.of("pooled"), "features", Map.of()));
        constants.put("dense", floats(random, 0.5f, 3, WIDTH));
        constants.put("dense_bias", floats(random, 0.1f, 3));
        nodes.add(Node.of(
                "Gemm", List.of("features", "dense", "dense_bias"), "logits", Map.of("transB", new Attribute.Int(1))));
        return new Graph(
                "toy",
                17,
                List.of(new ValueInfo("image", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, 3})),
                nodes,
                constants,
                Map.of(
                        "vermeer.profile",
                        "{\"height\":16,\"width\":16,\"mean\":127.5,\"std\":127.5,\"resize\":\"stretch\"}",
                        "vermeer.classes",
                        "[\"one\",\"two\",\"three\"]"));
    }

    private static void conv(
            List<Node> nodes,
            Map<String, Constant> constants,
            Random random,
            String name,
            String input,
            long[] shape,
            long stride,
            long group) {
        long pad = shape[2] / 2;
        constants.put(name + "_weights", floats(random, 0.4f, shape));
        constants.put(name + "_bias", floats(random, 0.1f, shape[0]));
        Map<String, Attribute> attributes = Map.of(
                "kernel_shape", ints(shape[2], shape[3]),
                "strides", ints(stride, stride),
                "pads", ints(pad, pad, pad, pad),
                "group", new Attribute.Int(group));
        nodes.add(new Node(
                name, "", "Conv", List.of(input, name + "_weights", name + "_bias"), List.of(name), attributes));
    }

    private static Attribute ints(long... values) {
        return new Attribute.Ints(java.util.Arrays.stream(values).boxed().toList());
    }

    private static Constant floats(Random random, float scale, long... shape) {
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return Constant.floats(shape, values);
    }

    /** Writes the network. */
    public static Path model(Path folder) throws GraphException {
        Path file = folder.resolve("toy.onnx");
        OnnxWriter.write(network(), file);
        return file;
    }

    /**
     * Writes photos with stripes: lying ones in {@code first}, standing ones in {@code second}, with noise.
     *
     * @param each photos a class and split
     * @return the folder, with train and val inside
     */
    public static Path photos(Path folder, int each, String first, String second) throws IOException {
        Random random = new Random(11);
        for (String split : List.of("train", "val")) {
            for (int label = 0; label < 2; label++) {
                Path target = folder.resolve(split).resolve(label == 0 ? first : second);
                Files.createDirectories(target);
                for (int i = 0; i < each; i++) {
                    ImageIO.write(
                            stripes(label == 0, random),
                            "png",
                            target.resolve(i + ".png").toFile());
                }
            }
        }
        return folder;
    }

    private static BufferedImage stripes(boolean lying, Random random) {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int shift = random.nextInt(4);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean bright = ((lying ? y : x) + shift) / 2 % 2 == 0;
                int level = (bright ? 170 : 80) + random.nextInt(60);
                picture.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return picture;
    }
}
