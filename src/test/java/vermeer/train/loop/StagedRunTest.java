package vermeer.train.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vermeer.engine.Engine;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;

/** Runs of two stages: fourteen pictures first, the other seven then. */
class StagedRunTest {
    private static final Map<String, String> SETTINGS = Map.of("batch", "5", "dropout", "0.2", "learning-rate", "0.01");
    private static final List<RunPlan.Stage> STAGES =
            List.of(new RunPlan.Stage("weak", 2, places(0, 14)), new RunPlan.Stage("precise", 3, places(14, 21)));

    private static Engine engine;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aRunThatIsBrokenOffBeforeAtAndBehindTheBorderEqualsTheUnbrokenOneToTheBit() throws Exception {
        List<float[]> expected = ToyRun.finish(engine, write("unbroken", STAGES));
        RunFolder broken = write("broken", STAGES);
        ToyRun.breakOffAfter(engine, 5, broken);
        ToyRun.breakOffAfter(engine, 1, broken);
        ToyRun.breakOffAfter(engine, 1, broken);
        List<float[]> actual = ToyRun.finish(engine, broken);
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i));
        }
        assertEquals(5, ToyRun.epochs(broken).size(), "no epoch is told twice");
    }

    @Test
    void epochsNameTheirStageAndLearnFromItsPicturesOnly() throws Exception {
        RunFolder run = write("run", STAGES);
        ToyRun.finish(engine, run);
        List<JsonNode> epochs = ToyRun.epochs(run);
        assertEquals(
                List.of("weak", "weak", "precise", "precise", "precise"),
                epochs.stream().map(epoch -> epoch.path("stage").asText()).toList());
        assertEquals(
                List.of(14, 14, 7, 7, 7),
                epochs.stream()
                        .map(epoch -> epoch.path("train").path("pictures").asInt())
                        .toList());
        assertEquals(5, epochs.get(0).path("epochs").asInt());
    }

    @Test
    void whatComesFirstMatters() throws Exception {
        List<RunPlan.Stage> turned = List.of(STAGES.get(1), STAGES.get(0));
        float[] weights = ToyRun.finish(engine, write("run", STAGES)).get(0);
        assertFalse(Arrays.equals(
                weights, ToyRun.finish(engine, write("turned", turned)).get(0)));
    }

    private RunFolder write(String name, List<RunPlan.Stage> stages) throws Exception {
        return ToyRun.write(folder.resolve(name), "stem_relu", SETTINGS, 0.7f, stages);
    }

    private static List<Integer> places(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
