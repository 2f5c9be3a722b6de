package vermeer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Layer;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.model.PictureGradient;
import vermeer.tensor.Tensor;

/** Channels on pictures whose answer is known, and receptive fields against gradients. */
class SurveyTest {
    private static final int SIDE = 32;

    @TempDir
    static Path folder;

    private static Engine engine;
    private static OpenModel model;

    @BeforeAll
    static void open() throws Exception {
        engine = Engine.start();
        Path file = folder.resolve("fields.onnx");
        OnnxWriter.write(graph(), file);
        Files.writeString(
                folder.resolve("fields.profile.json"),
                "{\"height\": 32, \"width\": 32, \"channels\": \"RGB\", \"layout\": \"NCHW\", \"resize\": \"stretch to"
                        + " 32\", \"interpolation\": \"bilinear\", \"mean\": [0, 0, 0], \"std\": [255, 255, 255],"
                        + " \"output\": \"logits\"}");
        model = new Models(engine, List.of()).open(file, Optional.empty(), Progress.none());
    }

    @AfterAll
    static void close() {
        model.close();
        engine.close();
    }

    @Test
    void aPlacesFieldIsWhereItsGradientIsNotZero() throws Exception {
        for (String value : List.of("colours", "strided", "pooled", "dilated", "joined")) {
            Layer layer = layer(value);
            ReceptiveField field = ReceptiveField.of(model, layer).orElseThrow();
            int row = layer.shape()[1] / 2;
            int column = layer.shape()[2] / 2 - 1;
            assertEquals(
                    new Region(
                            field.columns().first()[column],
                            field.rows().first()[row],
                            field.columns().end()[column] - field.columns().first()[column],
                            field.rows().end()[row] - field.rows().first()[row]),
                    reached(layer, row, column),
                    value);
        }
    }

    @Test
    void aGateIsSaidToSeeTheWholePicture() {
        assertTrue(ReceptiveField.of(model, layer("gated")).orElseThrow().whole());
        assertTrue(!ReceptiveField.of(model, layer("joined")).orElseThrow().whole());
    }

    @Test
    void aFolderShowsWhatChannelsAnswerTo() throws Exception {
        List<SurveyPicture> pictures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pictures.add(new SurveyPicture(Path.of("red-" + i), "red"));
            pictures.add(new SurveyPicture(Path.of("blue-" + i), "blue"));
        }
        pictures.add(new SurveyPicture(Path.of("broken"), "red"));
        Survey survey = Survey.of(model, layer("colours"), pictures, (file, progress) -> square(file), Progress.none());
        assertEquals(8, survey.readings().size());
        assertEquals(List.of("It is broken."), survey.broken());
        assertEquals(List.of("blue", "red"), survey.labels());
        // Channel 0 copies red, 1 green, which no picture has, 2 blue; channel 3 is always 0.
        assertEquals(List.of(1, 3), survey.dead());
        Survey.Separation best = survey.separating("red", "blue", 1).get(0);
        assertEquals(1, Math.abs(best.auc() - 0.5) * 2, 1e-9);
        assertTrue(best.channel() == 0 || best.channel() == 2);
        assertEquals(64.0 / (SIDE * SIDE), survey.mean(0, "red"), 1e-3);
        assertEquals(0, survey.mean(0, "blue"), 1e-6);
        Survey.Patch patch = survey.patches(0, 3).get(0);
        assertEquals("red", patch.picture().label());
        assertEquals(1, patch.value(), 1e-5);
        // The first place of the square of red-0, which lies at column 8, row 16, in a picture of twice the input's
        // width.
        Survey.Patch first = survey.patches(0, 8).stream()
                .filter(each -> each.picture().file().equals(Path.of("red-0")))
                .findFirst()
                .orElseThrow();
        Region field = first.field();
        assertEquals(2, field.width());
        assertEquals(1, field.height());
        assertTrue(field.x() >= 16 && field.x() < 32 && field.y() >= 16 && field.y() < 24, field.toString());
    }

    /** A black picture of 64 x 32 with a square that is 8 x 8 in the input. */
    private static Picture square(Path file) throws PictureException {
        String name = file.toString();
        if (name.equals("broken")) {
            throw new PictureException("It is broken.");
        }
        int colour = name.startsWith("red") ? 0 : 2;
        byte[] rgb = new byte[3 * 2 * SIDE * SIDE];
        for (int row = 16; row < 24; row++) {
            for (int column = 16; column < 32; column++) {
                rgb[3 * (row * 2 * SIDE + column) + colour] = (byte) 255;
            }
        }
        return Picture.of(2 * SIDE, SIDE, rgb);
    }

    /** The rectangle of the input that a place depends on, found by differentiating. */
    private static Region reached(Layer layer, int row, int column) throws Exception {
        Graph part = model.graph()
                .reachingOnly(List.of(new ValueInfo(
                        layer.value(), ElementType.FLOAT, model.shapes().shape(layer.value()))));
        int[] shape = layer.shape();
        Tensor seed = Tensor.zeros(1, shape[0], shape[1], shape[2]);
        for (int channel = 0; channel < shape[0]; channel++) {
            seed.data()[(channel * shape[1] + row) * shape[2] + column] = 1 + channel;
        }
        int left = SIDE;
        int right = -1;
        int top = SIDE;
        int bottom = -1;
        try (PictureGradient function = model.gradientOf(part, layer.value())) {
            // A maximum's gradient reaches one place only, so several pictures are asked.
            for (int picture = 0; picture < 40; picture++) {
                Tensor input = new Tensor(new int[] {1, 3, SIDE, SIDE}, random(picture, 3 * SIDE * SIDE));
                float[] gradient =
                        function.gradient(input, seed, Progress.none()).input().data();
                for (int i = 0; i < gradient.length; i++) {
                    if (gradient[i] != 0) {
                        left = Math.min(left, i % SIDE);
                        right = Math.max(right, i % SIDE);
                        top = Math.min(top, i / SIDE % SIDE);
                        bottom = Math.max(bottom, i / SIDE % SIDE);
                    }
                }
            }
        }
        return new Region(left, top, right - left + 1, bottom - top + 1);
    }

    private static Layer layer(String value) {
        return model.activations().layers().stream()
                .filter(layer -> layer.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Graph graph() {
        Attribute two = ints(2, 2);
        Attribute three = ints(3, 3);
        List<Node> nodes = List.of(
                Node.of("Conv", List.of("x", "copy"), "colours", Map.of()),
                Node.of(
                        "Conv",
                        List.of("colours", "strides"),
                        "strided",
                        Map.of("strides", two, "auto_pad", new Attribute.Text("SAME_UPPER"))),
                Node.of(
                        "MaxPool",
                        List.of("strided"),
                        "pooled",
                        Map.of("kernel_shape", three, "strides", ints(1, 1), "pads", ints(1, 1, 1, 1))),
                Node.of(
                        "Conv",
                        List.of("pooled", "wide"),
                        "dilated",
                        Map.of("dilations", two, "pads", ints(2, 2, 2, 2))),
                Node.of("Add", List.of("strided", "dilated"), "joined", Map.of()),
                Node.of("GlobalAveragePool", List.of("joined"), "mean", Map.of()),
                Node.of("Sigmoid", List.of("mean"), "gate", Map.of()),
                Node.of("Mul", List.of("joined", "gate"), "gated", Map.of()),
                Node.of("GlobalAveragePool", List.of("gated"), "end", Map.of()),
                Node.of("Flatten", List.of("end"), "flat", Map.of()),
                Node.of("Gemm", List.of("flat", "weights"), "logits", Map.of()));
        Map<String, Constant> constants = Map.of(
                "copy", Constant.floats(new long[] {4, 3, 1, 1}, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
                "strides", Constant.floats(new long[] {4, 4, 3, 3}, random(1, 144)),
                "wide", Constant.floats(new long[] {4, 4, 3, 3}, random(2, 144)),
                "weights", Constant.floats(new long[] {4, 3}, random(3, 12)));
        return new Graph(
                "fields",
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, 3})),
                nodes,
                constants,
                Map.of());
    }

    private static Attribute ints(long... values) {
        return new Attribute.Ints(java.util.Arrays.stream(values).boxed().toList());
    }

    private static float[] random(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }
}
