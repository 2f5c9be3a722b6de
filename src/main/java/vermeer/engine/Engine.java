package vermeer.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vermeer.cache.DiskCache;
import vermeer.graph.Graph;

/**
 * ONNX Runtime, started once: the provider it computes on and the sessions it has loaded.
 *
 * @apiNote Safe for use by several threads; opening and running are long and belong on the compute lane.
 */
public final class Engine implements AutoCloseable {
    private static final int SESSIONS = 8;
    private static final long SESSION_BYTES = 1L << 30;

    private final OrtEnvironment environment;
    private final ProviderChoice choice;
    private final WeightLoader loader;
    private final int threads;
    private final SessionCache cache = new SessionCache(SESSIONS, SESSION_BYTES);
    private final Set<Session> sessions = new HashSet<>();

    private Engine(OrtEnvironment environment, ProviderChoice choice, int threads) {
        this.environment = environment;
        this.choice = choice;
        this.threads = threads;
        this.loader = new WeightLoader(environment);
    }

    /**
     * Starts ONNX Runtime on the best provider that works here.
     *
     * @throws EngineException where ONNX Runtime's native library cannot be loaded
     */
    public static Engine start() throws EngineException {
        return start(Set.of(Provider.values()));
    }

    /**
     * Starts ONNX Runtime on the best of these providers that works here; the CPU always does.
     *
     * @param allowed the providers to choose from
     */
    public static Engine start(Set<Provider> allowed) throws EngineException {
        NativeLibraries.use(DiskCache.ofUser());
        int threads = PhysicalCores.count();
        OrtEnvironment environment = Environments.start(threads);
        return new Engine(environment, new ProviderSelection(environment, threads).choose(allowed), threads);
    }

    /** What computes, and why nothing faster does. */
    public ProviderChoice provider() {
        return choice;
    }

    /** How many threads compute on the CPU; another number gives other roundings. */
    public int threads() {
        return threads;
    }

    /** The version of the ONNX Runtime that is loaded, or loads now. */
    public static String runtimeVersion() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    /** ONNX Runtime's version, such as {@code 1.28.0}. */
    public String version() {
        return environment.getVersion();
    }

    /**
     * Opens a graph for runs. Its outputs, and nothing else, can be asked for.
     *
     * @param graph its constants stay where they are, and must not change
     * @throws EngineException where ONNX Runtime refuses the graph
     */
    public Session open(Graph graph) throws EngineException {
        Session session = new Session(this, graph, new BatchPlan(graph, choice.provider() == Provider.CPU ? 16 : 64));
        synchronized (sessions) {
            sessions.add(session);
        }
        try {
            session.load();
        } catch (EngineException refused) {
            forget(session);
            throw refused;
        }
        return session;
    }

    NativeSession load(Graph graph) throws EngineException {
        try (SessionOptions options = ProviderSelection.options(choice.provider())) {
            return NativeSession.open(environment, options, graph, loader);
        } catch (OrtException failed) {
            throw Failure.opening(graph.name(), failed);
        }
    }

    void used(Session session) {
        List<Session> leaving = cache.used(session);
        leaving.forEach(Session::unload);
    }

    void forget(Session session) {
        cache.forget(session);
        synchronized (sessions) {
            sessions.remove(session);
        }
    }

    /** Closes all sessions. ONNX Runtime itself stays loaded until the process ends. */
    @Override
    public void close() {
        List<Session> open;
        synchronized (sessions) {
            open = List.copyOf(sessions);
        }
        open.forEach(Session::close);
    }
}
