package vermeer.dream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import vermeer.engine.Engine;
import vermeer.graph.Attribute;
import vermeer.graph.Constant;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.Models;
import vermeer.model.OpenModel;

/** Small networks for 32 x 32 pixels, cut out of the centre of 40; they read blue first, and three classes. */
public final class ToyNetworks {
    static final int SIDE = 32;
    static final int CANVAS = 40;

    private ToyNetworks() {}

    /**
     * Tells colours apart: a class's logit is 8 times its channel's mean less 4 times each other's, of values 0 to 1. So the
     * picture with the largest logit is all of one colour, with 8.
     */
    public static OpenModel colours(Engine engine, Path folder) throws Exception {
        Graph graph = graph(
                List.of(
                        Node.of("Conv", List.of("x", "identity"), "copied", Map.of()),
                        Node.of("Relu", List.of("copied"), "features", Map.of()),
                        Node.of("GlobalAveragePool", List.of("features"), "pooled", Map.of()),
                        Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                        Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of())),
                Map.of(
                        "identity", Constant.floats(new long[] {3, 3, 1, 1}, 1, 0, 0, 0, 1, 0, 0, 0, 1),
                        // Channels are blue, green, red; classes are red, green, blue.
                        "weights", Constant.floats(new long[] {3, 3}, -4, -4, 8, -4, 8, -4, 8, -4, -4)));
        return open(engine, folder, "colours", graph, 0, 255);
    }

    /** Two convolutions of random weights, the first with stride 2, and a softmax. */
    public static OpenModel random(Engine engine, Path folder) throws Exception {
        Attribute stride = new Attribute.Ints(List.of(2L, 2L));
        Attribute pads = new Attribute.Ints(List.of(1L, 1L, 1L, 1L));
        Graph graph = graph(
                List.of(
                        Node.of("Conv", List.of("x", "first"), "read", Map.of("strides", stride, "pads", pads)),
                        Node.of("Relu", List.of("read"), "features", Map.of()),
                        Node.of("Conv", List.of("features", "second"), "deep", Map.of("pads", pads)),
                        Node.of("Sigmoid", List.of("deep"), "smooth", Map.of()),
                        Node.of("GlobalAveragePool", List.of("smooth"), "pooled", Map.of()),
                        Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                        Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of()),
                        Node.of("Softmax", List.of("logits"), "p", Map.of("axis", new Attribute.Int(1)))),
                Map.of(
                        "first", random(1, 8, 3, 3, 3),
                        "second", random(2, 6, 8, 3, 3),
                        "weights", random(3, 6, 3)));
        return open(engine, folder, "random", graph.withOutputs(List.of(output("p"))), 100, 50);
    }

    /** A network that fits one size only: its features go into a dense layer. */
    static OpenModel fixed(Engine engine, Path folder) throws Exception {
        Graph graph = graph(
                List.of(
                        Node.of("Conv", List.of("x", "identity"), "features", Map.of()),
                        Node.of("Flatten", List.of("features"), "flat", Map.of()),
                        Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of())),
                Map.of(
                        "identity", Constant.floats(new long[] {3, 3, 1, 1}, 1, 0, 0, 0, 1, 0, 0, 0, 1),
                        "weights", random(4, 3 * SIDE * SIDE, 3)));
        return open(engine, folder, "fixed", graph, 0, 255);
    }

    /** Reads channels last, as networks from Keras do. */
    static OpenModel channelsLast(Engine engine, Path folder) throws Exception {
        Attribute order = new Attribute.Ints(List.of(0L, 3L, 1L, 2L));
        Graph graph = graph(
                List.of(
                        Node.of("Transpose", List.of("x"), "turned", Map.of("perm", order)),
                        Node.of("Conv", List.of("turned", "first"), "features", Map.of()),
                        Node.of("Sigmoid", List.of("features"), "smooth", Map.of()),
                        Node.of("GlobalAveragePool", List.of("smooth"), "pooled", Map.of()),
                        Node.of("Flatten", List.of("pooled"), "flat", Map.of()),
                        Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of())),
                Map.of("first", random(5, 4, 3, 3, 3), "weights", random(6, 4, 3)));
        ValueInfo input = new ValueInfo("x", ElementType.FLOAT, new long[] {-1, SIDE, SIDE, 3});
        return open(engine, folder, "last", graph.withInputs(List.of(input)), 100, 50);
    }

    public static Layer layer(OpenModel model, String value) {
        return model.activations().layers().stream()
                .filter(layer -> layer.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Graph graph(List<Node> nodes, Map<String, Constant> constants) {
        return new Graph(
                "toy",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(output("logits")),
                nodes,
                constants,
                Map.of());
    }

    private static ValueInfo output(String name) {
        return new ValueInfo(name, ElementType.FLOAT, new long[] {-1, 3});
    }

    private static Constant random(long seed, long... shape) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        return Constant.floats(shape, values);
    }

    private static OpenModel open(Engine engine, Path folder, String name, Graph graph, int mean, int std)
            throws Exception {
        Path file = folder.resolve(name + ".onnx");
        OnnxWriter.write(graph, file);
        Files.writeString(
                folder.resolve(name + ".profile.json"),
                "{\"height\": 32, \"width\": 32, \"channels\": \"BGR\", \"layout\": \""
                        + (name.equals("last") ? "NHWC" : "NCHW") + "\","
                        + " \"resize\": \"shorter side to 40, centre crop 32\", \"interpolation\": \"bilinear\","
                        + " \"mean\": [" + mean + ", " + mean + ", " + mean + "],"
                        + " \"std\": [" + std + ", " + std + ", " + std + "], \"output\": \""
                        + (name.equals("random") ? "probabilities" : "logits") + "\", \"classes\": \"names.txt\"}");
        Files.writeString(folder.resolve("names.txt"), "red\ngreen\nblue\n");
        return new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
    }
}
