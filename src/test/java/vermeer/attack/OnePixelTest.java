package vermeer.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
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

/** On networks of which it is known which pixels they look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnePixelTest {
    private static final int SIDE = 32;
    private static final int ROW = 21;
    private static final int COLUMN = 9;
    private static final int APART = 12;

    private Engine engine;
    private OpenModel oneSpot;
    private OpenModel twoSpots;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        engine = Engine.start();
        oneSpot = network(folder, 1);
        twoSpots = network(folder, 2);
    }

    @AfterAll
    void close() {
        oneSpot.close();
        twoSpots.close();
        engine.close();
    }

    @Test
    void theOnePixelThatDecidesIsFound() throws Exception {
        AttackResult result = attack(oneSpot, new OnePixel());
        assertTrue(result.found());
        assertEquals(List.of(ROW * SIDE + COLUMN), changed(result));
        assertTrue(result.queries() < 100 * 31, "it stops at success, not after " + result.queries());
    }

    @Test
    void whereTwoPixelsDecideTwoAreNeeded() throws Exception {
        assertFalse(attack(twoSpots, new OnePixel()).found());
        AttackResult two = attack(twoSpots, new OnePixel(2, 100, 100, 0, Space.PICTURE));
        assertTrue(two.found());
        assertEquals(List.of(ROW * SIDE + COLUMN, ROW * SIDE + COLUMN + APART), changed(two));
    }

    private static AttackResult attack(OpenModel model, Attack attack) throws Exception {
        byte[] rgb = new byte[3 * SIDE * SIDE];
        Arrays.fill(rgb, (byte) 60);
        Picture grey = Picture.of(SIDE, SIDE, rgb);
        return Attacking.on(model).attack(attack, grey, OptionalInt.empty(), Progress.none());
    }

    private static List<Integer> changed(AttackResult result) {
        return IntStream.range(0, SIDE * SIDE)
                .filter(i -> result.picture().rgb(i % SIDE, i / SIDE)
                        != result.original().rgb(i % SIDE, i / SIDE))
                .boxed()
                .toList();
    }

    /**
     * A network for pictures of 32 x 32 pixels that answers {@code lit} only where the spots themselves are bright red. Red
     * within five pixels of a spot counts too, but less: there is a slope for the search to follow.
     */
    private OpenModel network(Path folder, int spots) throws Exception {
        float[] looks = new float[3 * SIDE * SIDE];
        float grey = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            double nearest = 5;
            for (int spot = 0; spot < spots; spot++) {
                nearest = Math.min(nearest, Math.hypot(i / SIDE - ROW, i % SIDE - COLUMN - spot * APART));
            }
            looks[i] = (float) (1 - nearest / 5);
            grey += looks[i] * 60 / 255;
        }
        String name = "spots" + spots;
        float threshold = grey + (spots - 0.1f) * (1 - 60 / 255f);
        Graph graph = new Graph(
                name,
                18,
                List.of(new ValueInfo("x", ElementType.FLOAT, new long[] {-1, 3, SIDE, SIDE})),
                List.of(new ValueInfo("logits", ElementType.FLOAT, new long[] {-1, 2})),
                List.of(
                        Node.of("Flatten", List.of("x"), "flat", Map.of()),
                        Node.of("MatMul", List.of("flat", "looks"), "red", Map.of()),
                        Node.of("Sub", List.of("red", "threshold"), "above", Map.of()),
                        Node.of("Mul", List.of("above", "sides"), "logits", Map.of())),
                Map.of(
                        "looks", Constant.floats(new long[] {3L * SIDE * SIDE, 1}, looks),
                        "threshold", Constant.floats(new long[] {1}, threshold),
                        "sides", Constant.floats(new long[] {2}, -1, 1)),
                Map.of());
        Path file = folder.resolve(name + ".onnx");
        OnnxWriter.write(graph, file);
        Files.writeString(
                folder.resolve(name + ".profile.json"),
                "{\"height\": 32, \"width\": 32, \"channels\": \"RGB\", \"layout\": \"NCHW\","
                        + " \"resize\": \"stretch to 32 x 32\", \"interpolation\": \"bilinear\","
                        + " \"mean\": [0, 0, 0], \"std\": [255, 255, 255], \"output\": \"logits\","
                        + " \"classes\": \"" + name + ".txt\"}");
        Files.writeString(folder.resolve(name + ".txt"), "dark\nlit\n");
        return Models.ofEveryFormat(engine).open(file, Optional.empty(), Progress.none());
    }
}
