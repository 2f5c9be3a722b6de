package vermeer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
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
import vermeer.graph.gradient.RuleTable;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** A network as large as VGG16 (553 MB of weights) in a process whose heap is smaller than the weights. */
@Tag("full")
class LargeModelTest {
    private static final int[] CHANNELS = {64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0
    };

    @TempDir
    Path folder;

    @Test
    void opensAndIsExplainedInAHeapOf512Megabytes() throws Exception {
        Path file = folder.resolve("vgg16.onnx");
        OnnxWriter.write(vgg16(folder.resolve("weights.bin")), file);
        assertTrue(Files.size(file) > 550_000_000);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path").replace(";", File.pathSeparator),
                        Explaining.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.contains("explained"), output);
    }

    /** What the small process does. */
    static final class Explaining {
        private Explaining() {}

        public static void main(String[] arguments) throws Exception {
            try (Engine engine = Engine.start();
                    OpenModel model = new Models(engine, List.of())
                            .open(Path.of(arguments[0]), Optional.empty(), Progress.none())) {
                Gradients gradients = model.gradients().orElseThrow();
                Layer layer = gradients.lastFeatureMap().orElseThrow();
                Tensor picture = Tensor.zeros(1, 3, 224, 224);
                java.util.Arrays.fill(picture.data(), 0.5f);
                Gradients.Gradient gradient = gradients.gradient(
                        picture, Target.of(7, "seven"), RuleTable.STANDARD, List.of(layer.value()), Progress.none());
                double sum = 0;
                for (float value : gradient.input().data()) {
                    sum += Math.abs(value);
                }
                if (!(sum > 0) || Double.isInfinite(sum)) {
                    throw new IllegalStateException("the gradient adds up to " + sum);
                }
                System.out.println("explained, sum " + sum);
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM") || line.startsWith("Rss"))
                        .forEach(System.out::println);
            }
        }
    }

    /** VGG16 with random weights, which lie in a mapped file. */
    private static Graph vgg16(Path pool) throws Exception {
        List<Node> nodes = new ArrayList<>();
        Map<String, Constant> constants = new LinkedHashMap<>();
        try (FileChannel channel = FileChannel.open(
                pool, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String value = "image";
            long inputs = 3;
            for (int i = 0; i < CHANNELS.length; i++) {
                if (CHANNELS[i] == 0) {
                    Attribute two = new Attribute.Ints(List.of(2L, 2L));
                    nodes.add(Node.of(
                            "MaxPool", List.of(value), "pool" + i, Map.of("kernel_shape", two, "strides", two)));
                    value = "pool" + i;
                    continue;
                }
                constants.put("w" + i, random(channel, i, CHANNELS[i], inputs, 3, 3));
                Attribute pads = new Attribute.Ints(List.of(1L, 1L, 1L, 1L));
                nodes.add(Node.of("Conv", List.of(value, "w" + i), "conv" + i, Map.of("pads", pads)));
                nodes.add(Node.of("Relu", List.of("conv" + i), "relu" + i, Map.of()));
                value = "relu" + i;
                inputs = CHANNELS[i];
            }
            nodes.add(Node.of("Flatten", List.of(value), "flat", Map.of()));
            value = "flat";
            inputs = 512 * 49;
            for (int outputs : new int[] {4096, 4095, 1000}) {
                constants.put("d" + outputs, random(channel, outputs, outputs, inputs));
                nodes.add(Node.of(
                        "Gemm", List.of(value, "d" + outputs), "g" + outputs, Map.of("transB", new Attribute.Int(1))));
                nodes.add(Node.of("Relu", List.of("g" + outputs), "h" + outputs, Map.of()));
                value = "h" + outputs;
                inputs = outputs;
            }
        }
        ValueInfo image = new ValueInfo("image", ElementType.FLOAT, new long[] {-1, 3, 224, 224});
        ValueInfo logits = new ValueInfo("g1000", ElementType.FLOAT, new long[] {-1, 1000});
        return new Graph("vgg16", 18, List.of(image), List.of(logits), nodes, constants, Map.of());
    }

    private static Constant random(FileChannel channel, int seed, long... shape) throws Exception {
        long size = 1;
        for (long extent : shape) {
            size *= extent;
        }
        ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, channel.size(), size * 4)
                .order(ByteOrder.LITTLE_ENDIAN);
        FloatBuffer values = bytes.asFloatBuffer();
        double scale = Math.sqrt(2.0 * shape[0] / size);
        Random random = new Random(seed);
        float[] some = new float[4099];
        for (int i = 0; i < some.length; i++) {
            some[i] = (float) (random.nextGaussian() * scale);
        }
        for (int i = 0; i < size; i++) {
            values.put(i, some[i % some.length]);
        }
        return new Constant(ElementType.FLOAT, shape, bytes);
    }
}
