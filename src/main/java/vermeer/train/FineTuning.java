package vermeer.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vermeer.cache.DiskCache;
import vermeer.data.Split;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.evaluation.Predictions;
import vermeer.graph.GraphException;
import vermeer.image.Decoder;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.train.cut.Backbone;
import vermeer.train.cut.Cut;
import vermeer.train.cut.Cuts;
import vermeer.train.feature.FeatureCache;
import vermeer.train.feature.Features;
import vermeer.train.loop.RateFinder;
import vermeer.train.loop.RunPredictions;
import vermeer.train.loop.TrainedWeights;
import vermeer.worker.Purpose;
import vermeer.worker.Worker;
import vermeer.worker.WorkerException;

/** Fine-tuning from one end to the other: the one way for window and command line. */
public final class FineTuning implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Engine engine;
    private final Decoder pictures;
    private final DiskCache disk;
    private final FeatureCache cache;
    private final Worker worker = new Worker(Purpose.TRAIN);

    /** @param cache where the values at cuts are kept, and what is converted to check a DL4J zip */
    public FineTuning(Engine engine, Decoder pictures, DiskCache cache) {
        this.engine = engine;
        this.pictures = pictures;
        this.disk = cache;
        this.cache = new FeatureCache(cache, engine, pictures);
    }

    /** Starts the process that trains, so that the first run does not wait for it. */
    public void warm() throws TrainingException {
        try {
            worker.warm();
        } catch (WorkerException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    /** The network without its classifier. */
    public static Backbone backbone(OpenModel model) throws TrainingException {
        try {
            return Backbone.of(model.graph());
        } catch (GraphException refused) {
            throw new TrainingException(refused.getMessage(), refused);
        }
    }

    /** Where it can be cut, the head alone first. */
    public static List<Cut> cuts(Backbone backbone, int classes) throws TrainingException {
        try {
            return Cuts.of(backbone, classes);
        } catch (GraphException refused) {
            throw new TrainingException(refused.getMessage(), refused);
        }
    }

    /** The largest number of bytes that the cached values of one run may take. */
    public long cacheLimit() {
        return cache.limit();
    }

    /**
     * Computes the values at the cut and writes the run's folder; the run then begins with {@link #train}.
     *
     * @return the pictures that could not be read and are left out
     * @throws TrainingException where there is nothing to learn from, another run works in the folder, or the disk is full
     */
    public List<Features.Unreadable> prepare(
            OpenModel model, Cut cut, TrainingData data, TrainingSettings settings, RunFolder folder, Progress progress)
            throws TrainingException, CancelledException {
        return new Preparation(engine, cache)
                .prepare(model, backbone(model), cut, data, settings, folder, progress)
                .unreadable();
    }

    /**
     * Makes sure that a run can go on as it began: the same network, the same values at the cut, the same number of threads.
     * Values that left the cache are computed again.
     *
     * @param inexact whether a result that differs from the unbroken run's in rounding is accepted
     * @throws TrainingException where it cannot, or not exactly
     */
    public void readyAgain(OpenModel model, RunFolder folder, boolean inexact, Progress progress)
            throws TrainingException, CancelledException {
        new Resumption(engine, cache).ready(model, folder, inexact, progress);
    }

    /**
     * Trains in the worker, from the newest checkpoint on where there is one.
     *
     * @param events told every line of the run's events, on this thread; lines of before come first
     * @param progress told the steps done; cancelling it pauses the run: a checkpoint is written
     * @throws TrainingException where training fails or the worker dies; what was checkpointed stays and can be resumed
     */
    public RunOutcome train(RunFolder folder, Consumer<JsonNode> events, Progress progress)
            throws TrainingException, CancelledException {
        EventLog log = new EventLog(folder.events());
        try (EventFollower follower = new EventFollower(progress, log, events)) {
            RunOutcome outcome = worker.call(
                    TrainTask.TRAIN, new TrainTask(folder.path().toString()), RunOutcome.class, LONGEST, follower);
            follower.poll();
            return outcome;
        } catch (WorkerException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    /** The loss at rising learning rates, from the beginning of a prepared run, which is not touched. */
    public RateCurve rates(RunFolder folder, Progress progress) throws TrainingException, CancelledException {
        try {
            return RateFinder.find(folder, engine, progress);
        } catch (EngineException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    /**
     * Writes the best epoch of the newest checkpoint as a model of its own, while the run goes on undisturbed.
     *
     * @return the file, in the run's folder; every epoch's has a name of its own, so that one that is open stays what it is
     * @throws TrainingException where no epoch is checkpointed yet
     */
    public Path bestSoFar(OpenModel model, RunFolder folder) throws TrainingException {
        TrainedWeights best = TrainedWeights.read(folder);
        Path file = folder.path().resolve("best-of-epoch-" + best.epoch() + ".onnx");
        TunedModel.write(TunedModel.joined(backbone(model), folder.readPlan(), best, Optional.empty()), file);
        return file;
    }

    /**
     * Writes the newest checkpoint's weights, the best or not, as a model of its own, while the run goes on undisturbed.
     *
     * @param file written or replaced
     * @return the epoch that the weights are of, from 1 on
     * @throws TrainingException where no epoch is checkpointed yet
     */
    public int newestSoFar(OpenModel model, RunFolder folder, Path file) throws TrainingException {
        TrainedWeights newest = TrainedWeights.newest(folder);
        TunedModel.write(TunedModel.joined(backbone(model), folder.readPlan(), newest, Optional.empty()), file);
        return newest.epoch();
    }

    /** What the run's best weights answer for its splits; test is not among them. */
    public Map<Split, Predictions> predictions(RunFolder folder, Progress progress)
            throws TrainingException, CancelledException {
        return RunPredictions.of(folder, engine, progress);
    }

    /**
     * Joins the frozen part with the best epoch's weights, writes the model, and checks the file on photos. A network that DL4J
     * reads is written as a DL4J zip as well, checked in the same way; where that cannot be, the reason is in the result.
     *
     * @param model the network that the run began with
     * @throws TrainingException where no epoch is complete, or the file does not answer as the trained parts do
     */
    public JoinCheck finish(OpenModel model, RunFolder folder, Progress progress)
            throws TrainingException, CancelledException {
        RunPlan plan = folder.readPlan();
        if (!model.sha256().equals(plan.model().sha256())) {
            throw new TrainingException("The run in '" + folder.path() + "' began with another network than '"
                    + model.name() + "'; open '" + plan.model().file() + "'.");
        }
        return new Finishing(engine, pictures, disk).finish(model, folder, plan, progress);
    }

    @Override
    public void close() {
        worker.close();
    }
}
