package vermeer.graph.gradient;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.OnnxReader;
import vermeer.graph.OnnxWriter;
import vermeer.graph.prepare.Preparation;
import vermeer.graph.shape.Shapes;

/**
 * Measures the forward pass of an ONNX file against forward pass and input gradient, alternating, in one process. Arguments:
 * the file; the batch sizes; the seconds each.
 */
final class GradientBench {
    private static final int THREADS = 2;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final PrintStream out;

    private GradientBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        int[] batches = Arrays.stream(arguments[1].split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        new GradientBench(System.out).run(Path.of(arguments[0]), batches, Double.parseDouble(arguments[2]));
    }

    private void run(Path file, int[] batches, double seconds) throws Exception {
        Graph forward = Preparation.prepare(OnnxReader.read(file)).graph();
        String output = forward.outputs().get(0).name();
        DifferentiatedGraph gradient =
                Differentiation.differentiate(forward, Shapes.infer(forward), output, RuleTable.STANDARD, List.of(), 1);
        Map<String, OrtSession> sessions = new LinkedHashMap<>();
        for (int threads : new int[] {1, THREADS}) {
            sessions.put("bare forward", environment.createSession(file.toString(), options(threads)));
            sessions.put(
                    "forward + gradient",
                    environment.createSession(OnnxWriter.bytes(gradient.graph()), options(threads)));
            for (int batch : batches) {
                measure(sessions, batch, threads, seconds);
            }
        }
        out.printf("resident set: %s%n", residentSet());
    }

    private void measure(Map<String, OrtSession> sessions, int batch, int threads, double seconds) throws OrtException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        sessions.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            for (Map.Entry<String, OrtSession> session : sessions.entrySet()) {
                Map<String, OnnxTensor> inputs = inputs(session.getValue(), batch);
                long start = now(threads);
                session.getValue().run(inputs).close();
                times.get(session.getKey()).add((now(threads) - start) / 1e6 / batch);
                inputs.values().forEach(OnnxTensor::close);
            }
        }
        double bareMinimum = 0;
        double bareMedian = 0;
        for (Map.Entry<String, List<Double>> entry : times.entrySet()) {
            double[] sorted = entry.getValue().stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double minimum = sorted[0];
            double median = sorted[sorted.length / 2];
            bareMinimum = bareMinimum == 0 ? minimum : bareMinimum;
            bareMedian = bareMedian == 0 ? median : bareMedian;
            out.printf(
                    Locale.ROOT,
                    "%s batch %2d  %-20s minimum %6.1f ms (%.2fx)  median %6.1f ms (%.2fx)  of %d%n",
                    threads == 1 ? "1 thread, processor time," : threads + " threads,",
                    batch,
                    entry.getKey(),
                    minimum,
                    minimum / bareMinimum,
                    median,
                    median / bareMedian,
                    sorted.length);
        }
    }

    /** A single thread's processor time does not depend on what else the machine does. */
    private static long now(int threads) {
        return threads == 1 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
    }

    private Map<String, OnnxTensor> inputs(OrtSession session, int batch) throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (var input : session.getInputInfo().entrySet()) {
            long[] shape = ((ai.onnxruntime.TensorInfo) input.getValue().getInfo()).getShape();
            shape[0] = batch;
            float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.sin(i * 0.37) * 2;
            }
            inputs.put(input.getKey(), OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
        }
        return inputs;
    }

    private static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        String dump = System.getProperty("vermeer.bench.optimised");
        if (dump != null) {
            options.setOptimizedModelFilePath(dump);
        }
        return options;
    }

    private static String residentSet() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                        .toList()
                        .toString()
                : "unknown";
    }
}
