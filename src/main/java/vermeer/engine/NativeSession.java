package vermeer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.ValueInfo;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/** One graph, loaded into ONNX Runtime. */
final class NativeSession implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final List<OnnxTensor> weights;
    private final Map<String, ElementType> inputTypes = new HashMap<>();
    private final String name;
    private final ConcurrentLinkedDeque<InputBuffers> buffers = new ConcurrentLinkedDeque<>();

    private NativeSession(OrtEnvironment environment, OrtSession session, List<OnnxTensor> weights, Graph graph) {
        this.environment = environment;
        this.session = session;
        this.weights = weights;
        this.name = graph.name();
        for (ValueInfo input : graph.inputs()) {
            inputTypes.put(input.name(), input.type());
        }
    }

    /** Loads a graph; takes from milliseconds to seconds. */
    static NativeSession open(OrtEnvironment environment, SessionOptions options, Graph graph, WeightLoader loader)
            throws EngineException {
        List<OnnxTensor> weights = new ArrayList<>();
        try {
            byte[] model = loader.load(graph, options, weights);
            return new NativeSession(environment, environment.createSession(model, options), weights, graph);
        } catch (OrtException failed) {
            weights.forEach(OnnxTensor::close);
            throw Failure.opening(graph.name(), failed);
        } catch (EngineException failed) {
            weights.forEach(OnnxTensor::close);
            throw failed;
        }
    }

    /** @see Session#run */
    Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> outputs, Progress progress)
            throws EngineException, CancelledException {
        progress.checkCancelled();
        InputBuffers taken = buffers.poll();
        InputBuffers own = taken == null ? new InputBuffers() : taken;
        Map<String, OnnxTensor> wrapped = new HashMap<>();
        try (Terminator terminator = new Terminator(progress)) {
            for (Map.Entry<String, Tensor> input : inputs.entrySet()) {
                wrapped.put(input.getKey(), wrap(input.getKey(), input.getValue(), own));
            }
            try (OrtSession.Result result = session.run(wrapped, new LinkedHashSet<>(outputs), terminator.options())) {
                return read(result, outputs);
            }
        } catch (OrtException failed) {
            progress.checkCancelled();
            throw Failure.running(name, failed);
        } finally {
            wrapped.values().forEach(OnnxTensor::close);
            buffers.push(own);
        }
    }

    private OnnxTensor wrap(String input, Tensor tensor, InputBuffers own) throws OrtException, EngineException {
        ElementType type = inputTypes.get(input);
        if (type == null) {
            throw new IllegalArgumentException("the graph '" + name + "' has no input '" + input + "'");
        }
        ByteBuffer bytes = own.take(input, Math.multiplyExact(tensor.data().length, type.bytes()));
        Elements.write(tensor, type, bytes);
        long[] shape = new long[tensor.shape().length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = tensor.shape()[i];
        }
        return Elements.wrap(environment, bytes, shape, type);
    }

    private static Map<String, Tensor> read(OrtSession.Result result, List<String> outputs) throws EngineException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String output : outputs) {
            OnnxValue value = result.get(output).orElseThrow();
            if (!(value instanceof OnnxTensor)) {
                throw new EngineException("The network's output '" + output + "' is not a plain array of numbers.");
            }
            tensors.put(output, Elements.read((OnnxTensor) value));
        }
        return tensors;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException alreadyClosed) {
            throw new IllegalStateException("a session was closed twice", alreadyClosed);
        } finally {
            weights.forEach(OnnxTensor::close);
        }
    }
}
