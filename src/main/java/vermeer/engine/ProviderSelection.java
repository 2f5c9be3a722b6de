package vermeer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vermeer.graph.ElementType;
import vermeer.graph.Graph;
import vermeer.graph.GraphException;
import vermeer.graph.Node;
import vermeer.graph.OnnxWriter;
import vermeer.graph.ValueInfo;

/** Finds the best provider that works: it is there, its driver loads, and it computes one and one. */
final class ProviderSelection {
    private final OrtEnvironment environment;
    private final int threads;

    ProviderSelection(OrtEnvironment environment, int threads) {
        this.environment = environment;
        this.threads = threads;
    }

    ProviderChoice choose(Set<Provider> allowed) {
        EnumSet<OrtProvider> present = OrtEnvironment.getAvailableProviders();
        if (apple()) {
            return choose(
                    Provider.CORE_ML,
                    OrtProvider.CORE_ML,
                    allowed,
                    present,
                    "This build of ONNX Runtime has no CoreML.");
        }
        return choose(
                Provider.CUDA,
                OrtProvider.CUDA,
                allowed,
                present,
                "Vermeer was started without its 'cuda' build, which brings ONNX Runtime for NVIDIA cards.");
    }

    private ProviderChoice choose(
            Provider better, OrtProvider needed, Set<Provider> allowed, EnumSet<OrtProvider> present, String absent) {
        if (!allowed.contains(better)) {
            return cpu("The " + better.title() + " was switched off.");
        }
        if (!present.contains(needed)) {
            return cpu(absent);
        }
        try {
            tryOut(better);
            return new ProviderChoice(better, threads, Optional.empty());
        } catch (OrtException | EngineException | GraphException | LinkageError broken) {
            return cpu(better.title() + " does not work here: " + firstLine(broken));
        }
    }

    private ProviderChoice cpu(String why) {
        return new ProviderChoice(Provider.CPU, threads, Optional.of(why));
    }

    /** Settings of a session on this provider. */
    static SessionOptions options(Provider provider) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.setDeterministicCompute(true);
        // A pattern is a second block for all values at once, and was measured to save no time (docs/adr/0004).
        options.setMemoryPatternOptimization(false);
        options.disablePerSessionThreads();
        switch (provider) {
            case CUDA -> addCuda(options);
            case CORE_ML -> options.addCoreML(Map.of("ModelFormat", "MLProgram", "MLComputeUnits", "CPUAndGPU"));
            case CPU -> {}
        }
        return options;
    }

    private static void addCuda(SessionOptions options) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            // TensorFloat-32 keeps 10 bits of a float32's 23: maps would no longer be right to the digit.
            cuda.add("use_tf32", "0");
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            options.addCUDA(cuda);
        }
    }

    private void tryOut(Provider provider) throws OrtException, EngineException, GraphException {
        ValueInfo one = new ValueInfo("one", ElementType.FLOAT, new long[] {1});
        ValueInfo two = new ValueInfo("two", ElementType.FLOAT, new long[] {1});
        Graph graph = new Graph(
                "probe",
                17,
                List.of(one),
                List.of(two),
                List.of(Node.of("Add", List.of("one", "one"), "two", Map.of())),
                Map.of(),
                Map.of());
        try (SessionOptions options = options(provider);
                OrtSession session = environment.createSession(OnnxWriter.bytes(graph), options);
                OnnxTensor input = OnnxTensor.createTensor(environment, new float[] {1});
                OrtSession.Result result = session.run(Map.of("one", input))) {
            float answer = ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
            if (answer != 2) {
                throw new EngineException("it adds one and one to " + answer);
            }
        }
    }

    private static boolean apple() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    private static String firstLine(Throwable broken) {
        String text = String.valueOf(broken.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
