package vermeer.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEnvironment.ThreadingOptions;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs graphs in ONNX Runtime, and reads the stored cases that they are compared with. */
public final class Reference {
    public static final Path CASES = Path.of("src/test/resources/gradients");

    private Reference() {}

    public static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** ONNX Runtime's only environment in a process, with the shared threads that the engine's sessions need. */
    public static OrtEnvironment environment() {
        try (ThreadingOptions threads = new ThreadingOptions()) {
            return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "tests", threads);
        } catch (IllegalStateException alreadyStarted) {
            return OrtEnvironment.getEnvironment();
        }
    }

    /** A float32 {@code .npy} file. */
    public static Constant npy(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = Short.toUnsignedInt(bytes.getShort(8));
        String text = new String(bytes.array(), 10, header, StandardCharsets.ISO_8859_1);
        String inner = text.substring(text.indexOf('(') + 1, text.indexOf(')'));
        long[] shape = Arrays.stream(inner.split(","))
                .map(String::trim)
                .filter(extent -> !extent.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        return new Constant(
                ElementType.FLOAT, shape, bytes.position(10 + header).slice());
    }

    /** What ONNX Runtime gives for these inputs, without its own optimisations. */
    public static Map<String, Constant> run(Graph graph, Map<String, Constant> inputs)
            throws GraphException, OrtException {
        return run(OnnxWriter.bytes(graph), inputs);
    }

    public static Map<String, Constant> run(byte[] model, Map<String, Constant> inputs) throws OrtException {
        OrtEnvironment environment = environment();
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            try (OrtSession session = environment.createSession(model, options)) {
                for (Map.Entry<String, Constant> input : inputs.entrySet()) {
                    fed.put(input.getKey(), tensor(environment, input.getValue()));
                }
                try (OrtSession.Result result = session.run(fed)) {
                    return outputs(result);
                }
            }
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, Constant> outputs(OrtSession.Result result) {
        Map<String, Constant> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, OnnxValue> entry : result) {
            OnnxTensor tensor = (OnnxTensor) entry.getValue();
            ByteBuffer bytes = tensor.getByteBuffer();
            ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
            copy.put(bytes).flip();
            ElementType type = ElementType.valueOf(tensor.getInfo().type.name());
            outputs.put(entry.getKey(), new Constant(type, tensor.getInfo().getShape(), copy));
        }
        return outputs;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, Constant value) throws OrtException {
        return switch (value.type()) {
            case FLOAT ->
                OnnxTensor.createTensor(environment, java.nio.FloatBuffer.wrap(value.toFloats()), value.shape());
            case INT64 ->
                OnnxTensor.createTensor(environment, java.nio.LongBuffer.wrap(value.toIntegers()), value.shape());
            case UINT8 ->
                OnnxTensor.createTensor(environment, value.buffer(), value.shape(), ai.onnxruntime.OnnxJavaType.UINT8);
            default -> throw new IllegalArgumentException("no test input of type " + value.type());
        };
    }

    /** The largest difference as a part of the largest expected value. */
    public static double difference(Constant expected, Constant found) {
        if (!Arrays.equals(expected.shape(), found.shape())) {
            throw new AssertionError(
                    "shape " + Arrays.toString(found.shape()) + " instead of " + Arrays.toString(expected.shape()));
        }
        float[] wanted = expected.toFloats();
        float[] got = found.toFloats();
        double largest = 1e-12;
        double difference = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs(wanted[i]));
            if (Float.compare(wanted[i], got[i]) != 0) {
                double apart = Math.abs((double) wanted[i] - got[i]);
                difference = Math.max(difference, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
            }
        }
        return difference / largest;
    }
}
