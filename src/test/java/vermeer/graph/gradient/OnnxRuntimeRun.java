package vermeer.graph.gradient;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.graph.Reference;
import vermeer.tensor.Tensor;

/** Runs a graph in ONNX Runtime. */
final class OnnxRuntimeRun implements AutoCloseable {
    private final OrtEnvironment environment = Reference.environment();
    private final OrtSession session;

    OnnxRuntimeRun(Graph graph) throws GraphException, OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(OnnxWriter.bytes(graph), options);
        }
    }

    static Map<String, Tensor> once(Graph graph, Map<String, Tensor> inputs) throws GraphException, OrtException {
        try (OnnxRuntimeRun run = new OnnxRuntimeRun(graph)) {
            return run.run(inputs);
        }
    }

    Map<String, Tensor> run(Map<String, Tensor> inputs) throws OrtException {
        Map<String, OnnxTensor> fed = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                fed.put(input.getKey(), tensor(input.getValue()));
            }
            try (OrtSession.Result result = session.run(fed)) {
                Map<String, Tensor> outputs = new LinkedHashMap<>();
                for (Map.Entry<String, OnnxValue> entry : result) {
                    outputs.put(entry.getKey(), tensor((OnnxTensor) entry.getValue()));
                }
                return outputs;
            }
        } finally {
            fed.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(Tensor tensor) throws OrtException {
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(tensor.data()), shape);
    }

    private static Tensor tensor(OnnxTensor tensor) {
        FloatBuffer values = tensor.getFloatBuffer();
        float[] copy = new float[values.remaining()];
        values.get(copy);
        int[] shape = Arrays.stream(tensor.getInfo().getShape())
                .mapToInt(Math::toIntExact)
                .toArray();
        return new Tensor(shape, copy);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
