package vermeer.engine;

import java.util.List;
import java.util.Map;
import vermeer.graph.Graph;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * A graph that can be run. The native session behind it is loaded when it is needed, and given up when other graphs need
 * its place; both are invisible but for the time they take.
 *
 * @apiNote Runs are long: call on the compute lane. Safe for use by several threads.
 */
public final class Session implements AutoCloseable {
    private final Engine engine;
    private final Graph graph;
    private final BatchPlan plan;
    private NativeSession loaded;
    private int users;
    private boolean unwanted;
    private boolean closed;

    Session(Engine engine, Graph graph, BatchPlan plan) {
        this.engine = engine;
        this.graph = graph;
        this.plan = plan;
    }

    /** The graph that is run. */
    public Graph graph() {
        return graph;
    }

    /**
     * Runs the graph once.
     *
     * @param inputs a value for every input of the graph; float32, converted to the type that the graph declares
     * @param outputs names of outputs of the graph
     * @param progress cancelling it stops the run within milliseconds; nothing is reported
     * @return the outputs by name, in the order asked for, as float32
     * @throws EngineException where ONNX Runtime cannot load or run the graph
     */
    public Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> outputs, Progress progress)
            throws EngineException, CancelledException {
        NativeSession session = acquire();
        try {
            return session.run(inputs, outputs, progress);
        } finally {
            release();
        }
    }

    /**
     * Runs a batch of any size in planned batches and joins the outputs along the first axis.
     *
     * @param inputs as for {@link #run}; every one has the same number of entries along its first axis
     * @param progress told the number of entries done
     */
    public Map<String, Tensor> runPlanned(Map<String, Tensor> inputs, List<String> outputs, Progress progress)
            throws EngineException, CancelledException {
        return new BatchRun(this::run, plan, inputs, outputs).run(progress);
    }

    /**
     * The number of entries that a batch had best hold: measured at the first call, which takes up to half a second, and
     * limited by memory. Later calls return at once.
     */
    public int plannedBatch() {
        return plan.size(this::run);
    }

    /** Loads the native session now, so that the first run does not wait for it. */
    public void load() throws EngineException {
        acquire();
        release();
    }

    private NativeSession acquire() throws EngineException {
        NativeSession session;
        synchronized (this) {
            if (closed) {
                throw new EngineException("The model was closed while it was being used; open it again.");
            }
            if (loaded == null) {
                loaded = engine.load(graph);
            }
            unwanted = false;
            users++;
            session = loaded;
        }
        engine.used(this);
        return session;
    }

    private void release() {
        NativeSession idle;
        synchronized (this) {
            users--;
            idle = unwanted ? takeIfIdle() : null;
        }
        close(idle);
    }

    /** Gives up the native session as soon as nobody runs it; the next run loads it again. */
    void unload() {
        NativeSession idle;
        synchronized (this) {
            unwanted = true;
            idle = takeIfIdle();
        }
        close(idle);
    }

    /** Closes the session for good; a run that is under way ends first. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        unload();
        engine.forget(this);
    }

    private NativeSession takeIfIdle() {
        if (users > 0) {
            return null;
        }
        NativeSession idle = loaded;
        loaded = null;
        return idle;
    }

    private static void close(NativeSession session) {
        if (session != null) {
            session.close();
        }
    }
}
