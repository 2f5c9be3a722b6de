package vermeer.attribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vermeer.engine.Engine;
import vermeer.image.Region;
import vermeer.job.Progress;
import vermeer.model.Models;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;

/** Explaining goes on and on without taking more memory. */
class MemorySoakTest {
    private static final Path MODEL =
            Path.of(System.getProperty("user.dir"), "sample-models", "efficientnet_lite0.onnx");
    private static final double MEGABYTE = 1 << 20;
    private static final Path STATUS = Path.of("/proc/self/status");

    /** The methods in turn: gradients, inner values, a tail, other rules, and another propagation. */
    private static final List<AttributionMethod> METHODS = List.of(
            new GradCam(),
            new Gradient(),
            new EigenCam(),
            new GradientTimesInput(),
            new LayerCam(CamLayers.STAGES, true),
            new GuidedBackprop(),
            new HiResCam());

    /**
     * Memory after so many explanations.
     *
     * @param heap megabytes in use after collecting garbage
     * @param resident megabytes in RAM; 0 where the system does not tell
     */
    private record Sample(int explanations, double heap, double resident) {}

    @Test
    @Tag("full")
    void theHeapStaysFlatOverAFewExplanations() throws Exception {
        List<Sample> samples = explain(50, 5);
        double[] heap = samples.stream()
                .filter(sample -> sample.explanations() >= 20)
                .mapToDouble(Sample::heap)
                .toArray();
        double growth = 30 * slope(heap, 5);
        assertTrue(growth < 8, "the heap grows by " + growth + " MB over 30 explanations: " + samples);
    }

    @Test
    @Tag("full")
    void heapAndResidentMemoryStayFlatOverAThousandExplanations() throws Exception {
        List<Sample> samples = explain(1_000, 20);
        List<Sample> last =
                samples.stream().filter(sample -> sample.explanations() >= 500).toList();
        double heap = 500 * slope(last.stream().mapToDouble(Sample::heap).toArray(), 20);
        double resident =
                500 * slope(last.stream().mapToDouble(Sample::resident).toArray(), 20);
        assertTrue(heap < 20, "the heap grows by " + heap + " MB over 500 explanations: " + samples);
        assertTrue(resident < 20, "resident memory grows by " + resident + " MB over 500 explanations: " + samples);
    }

    private static List<Sample> explain(int count, int every) throws Exception {
        List<Sample> samples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        try (Engine engine = Engine.start();
                OpenModel model = new Models(engine, List.of()).open(MODEL, Optional.empty(), Progress.none())) {
            for (int i = 1; i <= count; i++) {
                Tensor input = Tensor.zeros(1, 3, 224, 224);
                for (int j = 0; j < input.data().length; j++) {
                    input.data()[j] = (float) (2 * random.nextDouble() - 1);
                }
                Subject subject = new Subject(input, new Region(0, 0, 224, 224), model.target(i % 1_000));
                METHODS.get(i % METHODS.size()).explain(model, subject, Sketch.none(), Progress.none());
                if (i % every == 0) {
                    samples.add(sample(i));
                }
            }
        }
        return samples;
    }

    private static Sample sample(int explanations) throws IOException {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        double resident = Files.exists(STATUS)
                ? Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
        return new Sample(explanations, heap, resident);
    }

    /** The least-squares slope of values that are {@code step} apart. */
    private static double slope(double[] values, double step) {
        double centre = (values.length - 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            product += (i - centre) * values[i];
            square += (i - centre) * (i - centre);
        }
        return product / square / step;
    }
}
