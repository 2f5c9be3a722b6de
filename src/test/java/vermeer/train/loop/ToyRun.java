package vermeer.train.loop;

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
import vermeer.graph.OnnxWriter;
import vermeer.setting.Settings;
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
                List.of(0.0, 0.0)));
        return folder;
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
