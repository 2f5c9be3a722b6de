package vermeer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vermeer.graph.Constant;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxWriter;
import vermeer.graph.OnnxWriter.Detached;

/** Hands a graph to ONNX Runtime in two parts: a small file in memory, and the large constants where they lie. */
final class WeightLoader {
    /** Smaller constants are often shapes and axes, which the runtime wants to see while it loads. */
    private static final int LARGE = 1024;

    private final OrtEnvironment environment;
    private final OffHeapWeights aligned = new OffHeapWeights();

    WeightLoader(OrtEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Adds a graph's large constants to the options of its session.
     *
     * @param weights receives the tensors; they must stay open as long as the session
     * @return the graph as an ONNX file without its large constants
     */
    byte[] load(Graph graph, SessionOptions options, List<OnnxTensor> weights) throws OrtException, EngineException {
        Detached detached = detached(graph);
        Map<String, OnnxTensorLike> external = new HashMap<>();
        for (Map.Entry<String, Constant> entry : detached.external().entrySet()) {
            OnnxTensor tensor = wrap(entry.getValue());
            weights.add(tensor);
            external.put(entry.getKey(), tensor);
        }
        if (!external.isEmpty()) {
            options.addExternalInitializers(external);
        }
        return detached.model();
    }

    private static Detached detached(Graph graph) throws EngineException {
        try {
            return OnnxWriter.detached(graph, LARGE);
        } catch (GraphException unwritable) {
            throw new EngineException(unwritable.getMessage(), unwritable);
        }
    }

    private OnnxTensor wrap(Constant constant) throws OrtException, EngineException {
        try {
            return Elements.wrap(environment, aligned.of(constant), constant.shape(), constant.type());
        } catch (IOException full) {
            throw new EngineException(
                    "The network's weights do not fit into the folder for temporary files; free some space there.",
                    full);
        }
    }
}
