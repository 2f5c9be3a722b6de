package vermeer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import vermeer.tensor.Tensor;

/** Receptive fields of every place against what changes when rows and columns of the input are changed. */
class ReceptiveFieldTest {
    private static final int HEIGHT = 12;
    private static final int WIDTH = 16;
    private static final Map<String, Constant> CONSTANTS = new HashMap<>();
    private static final Map<String, List<Node>> BRANCHES = branches();

    @TempDir
    static Path folder;

    private static Engine engine;
    private static OpenModel model;

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.start();
        Path file = folder.resolve("moves.onnx");
        OnnxWriter.write(graph(), file);
        Files.writeString(
                folder.resolve("moves.profile.json"),
                "{\"height\": 12, \"width\": 16, \"channels\": \"RGB\", \"layout\": \"NCHW\", \"resize\": \"stretch to"
                        + " 16 x 12\", \"interpolation\": \"bilinear\", \"mean\": [0, 0, 0], \"std\": [255, 255, 255],"
                        + " \"output\": \"logits\"}");
        model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
    }

    @AfterAll
    static void close() {
        model.close();
        engine.close();
    }

    @Test
    void everyPlaceSeesWhatChangesIt() throws Exception {
        for (String value : BRANCHES.keySet()) {
            Map<String, Tensor> answers = answers(value);
            int[] shape = answers.get(value).itemShape();
            ReceptiveField field = ReceptiveField.of(
                            model, new Layer(value, BRANCHES.get(value).get(0).operator(), shape))
                    .orElseThrow(() -> new AssertionError(value + " is not followed"));
            assertEquals(value.equals("normalised"), field.whole(), value);
            if (!field.whole()) {
                assertSeen(field.rows(), answers.get(value), shape, true, value + ", rows");
                assertSeen(field.columns(), answers.get(value), shape, false, value + ", columns");
            }
        }
    }

    @Test
    void whatIsNoPictureAnyMoreIsNotFollowed() {
        assertEquals(Optional.empty(), ReceptiveField.of(model, new Layer("mixed", "MatMul", new int[] {2, 12, 16})));
    }

    /** The first picture as it is, then one for each row that is changed, then one for each column. */
    private static Map<String, Tensor> answers(String value) throws Exception {
        int count = 1 + HEIGHT + WIDTH;
        Tensor batch = Tensor.zeros(count, 3, HEIGHT, WIDTH);
        SplittableRandom random = new SplittableRandom(1);
        int size = 3 * HEIGHT * WIDTH;
        for (int i = 0; i < size; i++) {
            float level = (float) random.nextDouble();
            for (int picture = 0; picture < count; picture++) {
                int row = i / WIDTH % HEIGHT;
                int column = i % WIDTH;
                boolean changed = picture == 1 + row || picture == 1 + HEIGHT + column;
                batch.data()[picture * size + i] = changed ? level + 1 + i % 7 : level;
            }
        }
        return model.activations()
                .activations(batch, List.of(value), Progress.none())
                .activations();
    }

    private static void assertSeen(FieldAxis axis, Tensor values, int[] shape, boolean rows, String what) {
        int extent = rows ? HEIGHT : WIDTH;
        int places = shape[rows ? 1 : 2];
        int[] first = new int[places];
        int[] end = new int[places];
        for (int place = 0; place < places; place++) {
            first[place] = extent;
            for (int changed = 0; changed < extent; changed++) {
                if (differs(values, 1 + changed + (rows ? 0 : HEIGHT), shape, place, rows)) {
                    first[place] = Math.min(first[place], changed);
                    end[place] = changed + 1;
                }
            }
        }
        assertArrayEquals(first, axis.first(), what + ": first");
        assertArrayEquals(end, axis.end(), what + ": end");
    }

    /** Whether a row (or column) of the value is another than on the unchanged picture. */
    private static boolean differs(Tensor values, int picture, int[] shape, int place, boolean rows) {
        int size = shape[0] * shape[1] * shape[2];
        for (int i = 0; i < size; i++) {
            int at = rows ? i / shape[2] % shape[1] : i % shape[2];
            if (at == place && Math.abs(values.data()[picture * size + i] - values.data()[i]) > 1e-5) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, List<Node>> branches() {
        Map<String, List<Node>> all = new LinkedHashMap<>();
        all.put("cut", List.of(cut("x", "cut", new long[] {2, 15}, new long[] {-1, 1}, new long[] {1, -2})));
        all.put("doubled", List.of(resize("filtered", "doubled", 2f, 2f, "nearest", "asymmetric", "floor")));
        all.put(
                "fewer",
                List.of(resize("filtered", "fewer", 0.6f, 0.6f, "nearest", "half_pixel", "round_prefer_floor")));
        all.put("linear", List.of(resize("filtered", "linear", 1.45f, 0.7f, "linear", "half_pixel", "floor")));
        all.put("aligned", List.of(resize("filtered", "aligned", 0.45f, 1.45f, "linear", "align_corners", "floor")));
        all.put("cubic", List.of(resize("filtered", "cubic", 1.6f, 0.65f, "cubic", "half_pixel", "floor")));
        all.put(
                "reflected",
                List.of(Node.of(
                        "Pad",
                        List.of("filtered", integers(0, 0, 2, 3, 0, 0, 1, -2)),
                        "reflected",
                        Map.of("mode", new Attribute.Text("reflect")))));
        all.put(
                "widened",
                List.of(Node.of(
                        "ConvTranspose",
                        List.of("x", weights("wide", 3, 2, 3, 3)),
                        "widened",
                        Map.of("strides", ints(2, 2), "pads", ints(1, 1, 0, 0)))));
        all.put(
                "rolled",
                List.of(
                        cut("filtered", "tail", new long[] {5, 0}, new long[] {12, 16}, new long[] {1, 1}),
                        cut("filtered", "head", new long[] {0, 0}, new long[] {5, 16}, new long[] {1, 1}),
                        Node.of("Concat", List.of("tail", "head"), "rolled", Map.of("axis", number(2)))));
        all.put(
                "spread",
                List.of(Node.of("DepthToSpace", List.of("filtered"), "spread", Map.of("blocksize", number(2)))));
        all.put(
                "shuffled",
                List.of(
                        Node.of("Reshape", List.of("filtered", integers(0, 2, 2, 12, 16)), "groups", Map.of()),
                        Node.of("Transpose", List.of("groups"), "swapped", Map.of("perm", ints(0, 2, 1, 3, 4))),
                        Node.of("Reshape", List.of("swapped", integers(0, 4, 12, 16)), "shuffled", Map.of())));
        all.put(
                "normalised",
                List.of(Node.of(
                        "InstanceNormalization",
                        List.of("x", vector("scale", 1, 1, 1), vector("shift", 0, 0, 0)),
                        "normalised",
                        Map.of())));
        return all;
    }

    private static Graph graph() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Node.of(
                "Conv", List.of("x", weights("filter", 4, 3, 3, 3)), "filtered", Map.of("pads", ints(1, 1, 1, 1))));
        List<String> means = new ArrayList<>();
        BRANCHES.forEach((value, branch) -> {
            nodes.addAll(branch);
            nodes.add(Node.of("GlobalAveragePool", List.of(value), value + " mean", Map.of()));
            nodes.add(Node.of("Flatten", List.of(value + " mean"), value + " flat", Map.of()));
            means.add(value + " flat");
        });
        nodes.add(Node.of("MatMul", List.of("filtered", weights("square", 16, 16)), "mixed", Map.of()));
        nodes.add(Node.of("GlobalAveragePool", List.of("mixed"), "mixed mean", Map.of()));
        nodes.add(Node.of("Flatten", List.of("mixed mean"), "mixed flat", Map.of()));
        means.add("mixed flat");
        nodes.add(Node.of("Concat", means, "logits", Map.of("axis", number(1))));
        return new Graph(
                "moves",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, HEIGHT, WIDTH})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, -1})),
                nodes,
                CONSTANTS,
                Map.of());
    }

    private static Node cut(String from, String to, long[] starts, long[] ends, long[] steps) {
        return Node.of(
                "Slice",
                List.of(from, integers(starts), integers(ends), integers(2, 3), integers(steps)),
                to,
                Map.of());
    }

    private static Node resize(
            String from, String to, float rows, float columns, String mode, String coordinates, String rounding) {
        return Node.of(
                "Resize",
                List.of(from, "", vector("scales of " + to, 1, 1, rows, columns)),
                to,
                Map.of(
                        "mode", new Attribute.Text(mode),
                        "coordinate_transformation_mode", new Attribute.Text(coordinates),
                        "nearest_mode", new Attribute.Text(rounding)));
    }

    private static String integers(long... values) {
        String name = "integers " + java.util.Arrays.toString(values);
        CONSTANTS.put(name, Constant.integers(values));
        return name;
    }

    private static String vector(String name, float... values) {
        CONSTANTS.put(name, Constant.floats(new long[] {values.length}, values));
        return name;
    }

    private static String weights(String name, long... shape) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int size = 1;
        for (long extent : shape) {
            size *= (int) extent;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = 0.2f + (float) random.nextDouble();
        }
        CONSTANTS.put(name, Constant.floats(shape, values));
        return name;
    }

    private static Attribute ints(long... values) {
        List<Long> all = new ArrayList<>();
        for (long value : values) {
            all.add(value);
        }
        return new Attribute.Ints(all);
    }

    private static Attribute number(long value) {
        return new Attribute.Int(value);
    }
}
