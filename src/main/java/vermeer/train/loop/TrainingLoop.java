package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.file.FileException;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.EpochReport;
import vermeer.train.EpochReport.Measured;
import vermeer.train.EventLog;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.RunPlan;
import vermeer.train.TrainingException;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.NewHead;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureFile;

/** Trains one run from its newest checkpoint to its end, or until it is asked to stop. */
public final class TrainingLoop implements AutoCloseable {
    /** Checkpoints may take this share of the time. */
    private static final int CHECKPOINT_SHARE = 20;

    private final RunFolder folder;
    private final RunPlan plan;
    private final TrainingSettings settings;
    private final FeatureFile features;
    private final Tail tail;
    private final Learner learner;
    private final StagedBatches batches;
    private final EventLog events;
    private final Update update;
    private final TrainingState state;
    private long saved = System.nanoTime();
    private long saving;
    private long epochStarted = System.nanoTime();

    private TrainingLoop(RunFolder folder, RunPlan plan, Engine engine, FeatureFile features, Progress progress)
            throws TrainingException, EngineException, CancelledException, IOException {
        this.folder = folder;
        this.plan = plan;
        this.settings = RunFolder.settings(plan);
        this.features = features;
        this.tail = TrainedWeights.tail(folder);
        this.learner = new Learner(engine, tail, plan.inputs(), plan.classes().size());
        this.batches = new StagedBatches(plan, settings, features);
        this.events = new EventLog(folder.events());
        this.update = new Update(settings.optimiser(), settings.weightDecay());
        this.state = begin(engine, progress);
    }

    /**
     * Opens a run where it stands.
     *
     * @throws TrainingException where its files are missing or damaged
     */
    public static TrainingLoop open(RunFolder folder, Engine engine, Progress progress)
            throws TrainingException, EngineException, CancelledException {
        RunPlan plan = folder.readPlan();
        try {
            FeatureFile features = new FeatureFile(
                    Path.of(plan.features().file()),
                    plan.rowCount(),
                    plan.features().item());
            return new TrainingLoop(folder, plan, engine, features, progress);
        } catch (IOException missing) {
            throw new TrainingException(
                    "The cached values of this run cannot be read; resume the run to compute them again.", missing);
        }
    }

    private TrainingState begin(Engine engine, Progress progress)
            throws TrainingException, EngineException, CancelledException, IOException {
        NewHead zero = TrainedWeights.zeroHead(plan);
        if (Files.exists(folder.checkpoint())) {
            TrainingState resumed = TrainingState.initial(tail, zero, settings.batch());
            Checkpoint.read(folder.checkpoint(), resumed);
            events.truncate(resumed.progressed().events);
            return resumed;
        }
        events.truncate(0);
        NewHead head = new FirstHead(engine, plan, settings, tail, features, batches.first()).make(progress);
        return TrainingState.initial(tail, head, settings.batch());
    }

    /**
     * Trains until the end.
     *
     * @param progress told the steps done; cancelling it writes a checkpoint and ends
     */
    public RunOutcome run(Progress progress) throws TrainingException, EngineException, CancelledException {
        try {
            return train(progress);
        } catch (CancelledException paused) {
            save();
            throw paused;
        } catch (IOException | GraphException failed) {
            throw new TrainingException("Training cannot go on: " + failed.getMessage(), failed);
        }
    }

    private RunOutcome train(Progress progress)
            throws TrainingException, EngineException, CancelledException, IOException, GraphException {
        TrainingState.Progressed at = state.progressed();
        if (!at.ended.isEmpty()) {
            return new RunOutcome(at.ended, at.sentence, at.epoch, at.bestEpoch);
        }
        long steps = batches.steps(batches.epochs());
        while (at.epoch < batches.epochs()) {
            epochStarted = System.nanoTime();
            while (at.step < batches.of(at.epoch).steps()) {
                progress.checkCancelled();
                if (!step(progress)) {
                    return diverged();
                }
                progress.report(batches.steps(at.epoch) + at.step, steps);
            }
            finishEpoch(progress);
            if (tired(at)) {
                return end(
                        "early",
                        "Stopped after epoch " + at.epoch + ": nothing improved for " + settings.patience()
                                + " epochs; the weights of epoch " + at.bestEpoch + " are kept.");
            }
        }
        return end("done", "All " + at.epoch + " epochs are done; the weights of epoch " + at.bestEpoch + " are kept.");
    }

    /** Whether nothing has improved for too long; only the last stage ends early. */
    private boolean tired(TrainingState.Progressed at) {
        int improved = Math.max(at.bestEpoch, batches.beginning(at.epoch));
        return settings.patience() > 0 && batches.last(at.epoch) && at.epoch - improved >= settings.patience();
    }

    /** One step; false where the loss is no number any more, and then nothing is changed. */
    private boolean step(Progress progress)
            throws EngineException, CancelledException, IOException, GraphException, TrainingException {
        TrainingState.Progressed at = state.progressed();
        int groups = groups(at.epoch);
        Batch batch = batches.of(at.epoch).batch(at.epoch, at.step);
        Learner.Step step = computed(batch, groups, progress);
        if (!finite(step)) {
            return false;
        }
        double done = batches.done(at.epoch, at.step);
        for (Parameter parameter : state.parameters()) {
            if (parameter.depth() <= groups) {
                double rate =
                        settings.rate(parameter.depth()) * settings.schedule().factor(done);
                update.apply(parameter, step.gradients().get(parameter.name()), rate, parameter.counted());
            }
        }
        count(batch, step);
        at.step++;
        return true;
    }

    /** Too large a batch for the memory is given to the engine in halves; the sums stay the same but for rounding. */
    private Learner.Step computed(Batch batch, int groups, Progress progress)
            throws EngineException, CancelledException, GraphException, TrainingException {
        TrainingState.Progressed at = state.progressed();
        return Halving.of(
                at.batch, together -> learner.step(batch, state.parameters(), groups, together, progress), together -> {
                    at.batch = together;
                    note(EventLog.notice(
                            "memory",
                            "There was not enough memory for a step; it is now computed " + together
                                    + " pictures at a time."));
                });
    }

    private static boolean finite(Learner.Step step) {
        float sum = 0;
        for (float probability : step.probabilities()) {
            sum += probability;
        }
        for (float[] gradient : step.gradients().values()) {
            for (float value : gradient) {
                // nothing where the value is a number, and never too much
                sum += 0 * value;
            }
        }
        return Float.isFinite(sum);
    }

    private void count(Batch batch, Learner.Step step) {
        TrainingState.Progressed at = state.progressed();
        int classes = plan.classes().size();
        for (int i = 0; i < batch.size(); i++) {
            int label = batch.labels()[i];
            at.lossSum += Judge.loss(step.probabilities(), i * classes, label);
            at.shareSum++;
            at.seen[label]++;
            at.right[label] += Judge.largest(step.probabilities(), i * classes, classes) == label ? 1 : 0;
        }
    }

    /** How many groups of the tail are trained in an epoch. */
    private int groups(int epoch) {
        int all = tail.groups().size();
        return settings.unfreezeEvery() == 0 ? all : Math.min(all, epoch / settings.unfreezeEvery());
    }

    private void finishEpoch(Progress progress)
            throws EngineException, CancelledException, IOException, TrainingException {
        TrainingState.Progressed at = state.progressed();
        Measured train = Judge.measured(at.lossSum / at.shareSum, at.right, at.seen);
        Map<String, Constant> weights = state.weights();
        Measured trainDev = measured(plan.trainDevRow(), plan.rows().trainDev(), weights, progress);
        Measured dev = measured(plan.devRow(), plan.rows().dev(), weights, progress);
        Measured judged = dev.pictures() > 0 ? dev : trainDev.pictures() > 0 ? trainDev : train;
        double score = Judge.score(judged, settings.monitor());
        boolean best =
                at.bestEpoch == 0 || score > at.bestScore || (score == at.bestScore && judged.loss() < at.bestLoss);
        int groups = groups(at.epoch);
        String stage = batches.name(at.epoch);
        int pictures = batches.of(at.epoch).pictures();
        double done = batches.done(at.epoch, batches.of(at.epoch).steps());
        at.epoch++;
        at.step = 0;
        at.lossSum = 0;
        at.shareSum = 0;
        Arrays.fill(at.right, 0);
        Arrays.fill(at.seen, 0);
        if (best) {
            at.bestEpoch = at.epoch;
            at.bestScore = score;
            at.bestLoss = judged.loss();
            state.keepAsBest();
        }
        double seconds = (System.nanoTime() - epochStarted) / 1e9;
        note(EventLog.epoch(new EpochReport(
                at.epoch,
                batches.epochs(),
                settings.rate(0) * settings.schedule().factor(done),
                groups,
                train,
                trainDev,
                dev,
                best,
                pictures / seconds,
                seconds / pictures * batches.pictures(at.epoch),
                stage)));
        beginStage();
        if (System.nanoTime() - saved > CHECKPOINT_SHARE * saving) {
            save();
        }
    }

    /** Where a stage ends and another begins, what the optimiser remembers of the first is forgotten. */
    private void beginStage() throws TrainingException {
        int epoch = state.progressed().epoch;
        if (epoch < batches.epochs() && batches.beginning(epoch) == epoch) {
            state.parameters().forEach(Parameter::forget);
            note(EventLog.notice("stage", "From now on it learns from " + batches.name(epoch) + "."));
        }
    }

    private Measured measured(int firstRow, RunPlan.Part part, Map<String, Constant> weights, Progress progress)
            throws EngineException, CancelledException, IOException {
        float[][] probabilities = learner.probabilities(
                features,
                IntStream.range(firstRow, firstRow + part.size()).toArray(),
                weights,
                plan.corrected(state.head()),
                progress);
        return Judge.measure(probabilities, part.labelArray(), plan.classes().size());
    }

    private RunOutcome diverged() throws TrainingException {
        TrainingState.Progressed at = state.progressed();
        String where = "In epoch " + (at.epoch + 1) + " the loss was no number any more; the learning rate "
                + settings.learningRate() + " is probably too high";
        if (at.bestEpoch == 0) {
            throw new TrainingException(where + ". Nothing was learned yet; begin again with a smaller one.");
        }
        return end("diverged", where + ". The weights of epoch " + at.bestEpoch + " are kept.");
    }

    private RunOutcome end(String reason, String sentence) throws TrainingException {
        TrainingState.Progressed at = state.progressed();
        note(EventLog.notice(reason, sentence));
        at.ended = reason;
        at.sentence = sentence;
        save();
        return new RunOutcome(reason, sentence, at.epoch, at.bestEpoch);
    }

    private void note(com.fasterxml.jackson.databind.node.ObjectNode line) throws TrainingException {
        events.append(line);
        state.progressed().events++;
    }

    private void save() throws TrainingException {
        long started = System.nanoTime();
        try {
            Checkpoint.write(state, folder.checkpoint());
            saved = System.nanoTime();
            saving = saved - started;
        } catch (FileException failed) {
            throw new TrainingException(failed.getMessage(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        learner.close();
        features.close();
    }

    /** The weights as they are now, in the order of the parameters. */
    List<float[]> values() {
        return state.parameters().stream().map(Parameter::value).toList();
    }
}
