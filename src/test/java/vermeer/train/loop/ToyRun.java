package vermeer.train.loop;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vermeer.engine.Engine;
import vermeer.graph.OnnxWriter;
import vermeer.job.Cancellation;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Settings;
import vermeer.train.EventLog;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.ToyTraining;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Tail;

/** A run on made-up values at a cut of the toy network. */
final class ToyRun {
    static final int TRAIN = 21;
    static final int DEV = 10;

    private ToyRun() {}

    /** Writes a run's folder whose values are normally distributed, shifted by class. */
    static RunFolder write(Path path, String cut, Map<String, String> changes) throws Exception {
        return write(path, cut, changes, 0.7f);
    }

    /** @param shift how far the classes are apart */
    static RunFolder write(Path path, String cut, Map<String, String> changes, float shift) throws Exception {
        return write(path, cut, changes, shift, List.of());
    }

    static RunFolder write(Path path, String cut, Map<String, String> changes, float shift, List<RunPlan.Stage> stages)
            throws Exception {
        Backbone backbone = Backbone.of(ToyTraining.network());
        Tail tail = Tail.of(backbone, cut);
        RunFolder folder = new RunFolder(path);
        Files.createDirectories(path);
        OnnxWriter.write(tail.graph(), folder.tail());
        long[] shape = backbone.shapes().shape(cut);
        int[] item = java.util.Arrays.stream(shape)
                .skip(1)
                .mapToInt(Math::toIntExact)
                .toArray();
        Path features = path.resolve("values");
        RunPlan.Features values = new RunPlan.Features(features.toString(), item, "");
        values(features, values.item(), shift);
        folder.write(new RunPlan(
                RunPlan.VERSION,
                new RunPlan.Model("toy.onnx", "toy", "", "{}"),
                new RunPlan.CutAt(cut, cut, 0),
                backbone.width(),
                List.of("first", "second"),
                Settings.texts(Settings.apply(new TrainingSettings(), changes)),
                1,
                values,
                new RunPlan.Rows(
                        path.toString(),
                        part("t", TRAIN),
                        java.util.Collections.nCopies(TRAIN, 1),
                        Map.of(),
                        part("e", 0),
                        part("d", DEV)),
                stages,
                List.of(0.0, 0.0),
                ""));
        return folder;
    }

    /** Trains a run to its end; the weights are then those of its last step. */
    static List<float[]> finish(Engine engine, RunFolder run) throws Exception {
        try (TrainingLoop loop = TrainingLoop.open(run, engine, Progress.none())) {
            loop.run(Progress.none());
            return loop.values().stream().map(float[]::clone).toList();
        }
    }

    /** Trains a run for some steps, then breaks it off. */
    static void breakOffAfter(Engine engine, int steps, RunFolder run) throws Exception {
        Cancellation[] cancellation = new Cancellation[1];
        int[] seen = {0};
        cancellation[0] = new Cancellation((done, total) -> {
            if (++seen[0] == steps) {
                cancellation[0].cancel();
            }
        });
        try (TrainingLoop loop = TrainingLoop.open(run, engine, Progress.none())) {
            assertThrows(CancelledException.class, () -> loop.run(cancellation[0]));
        }
    }

    /** The lines that a run wrote about its epochs. */
    static List<JsonNode> epochs(RunFolder run) {
        return new EventLog(run.events())
                .poll().stream()
                        .filter(event -> event.path("event").asText().equals("epoch"))
                        .toList();
    }

    private static RunPlan.Part part(String name, int count) {
        List<String> keys = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            keys.add(name + i);
            labels.add(i % 2);
        }
        return new RunPlan.Part(keys, labels);
    }

    private static void values(Path file, int item, float shift) throws IOException {
        Random random = new Random(5);
        ByteBuffer bytes = ByteBuffer.allocate(item * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int row = 0; row < TRAIN + DEV; row++) {
                int label = (row < TRAIN ? row : row - TRAIN) % 2;
                for (int i = 0; i < item; i++) {
                    bytes.putFloat(i * Float.BYTES, (float) random.nextGaussian() + (i % 2 == label ? shift : 0));
                }
                out.write(bytes.array());
            }
        }
    }
}
