package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.graph.GraphException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.RateCurve;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.TrainingException;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureFile;

/**
 * Looks for a learning rate: trains a copy of the untrained parts for some steps at rates that rise exponentially, and stops where the
 * loss runs away. The run itself is not touched.
 */
public final class RateFinder {
    private static final double LOWEST = 1e-6;
    private static final double HIGHEST = 1;
    private static final int STEPS = 60;
    private static final double SMOOTHING = 0.8;
    private static final double RUNAWAY = 3;

    private RateFinder() {}

    /** @throws TrainingException where the run's files cannot be read */
    public static RateCurve find(RunFolder folder, Engine engine, Progress progress)
            throws TrainingException, EngineException, CancelledException {
        RunPlan plan = folder.readPlan();
        TrainingSettings settings = RunFolder.settings(plan);
        Tail tail = TrainedWeights.tail(folder);
        try (FeatureFile features = new FeatureFile(
                        Path.of(plan.features().file()),
                        plan.rowCount(),
                        plan.features().item());
                Learner learner =
                        new Learner(engine, tail, plan.inputs(), plan.classes().size())) {
            // A fitted head would leave nothing to fall, so the finder always begins with one that knows nothing.
            TrainingState state = TrainingState.initial(tail, TrainedWeights.zeroHead(plan), settings.batch());
            return new Search(settings, tail, learner, new StagedBatches(plan, settings, features).of(0), state)
                    .run(progress);
        } catch (IOException | GraphException failed) {
            throw new TrainingException("The learning rate cannot be looked for: " + failed.getMessage(), failed);
        }
    }

    private record Search(TrainingSettings settings, Tail tail, Learner learner, Batches batches, TrainingState state) {

        RateCurve run(Progress progress) throws EngineException, CancelledException, IOException, GraphException {
            List<RateCurve.Point> points = new ArrayList<>();
            double mean = 0;
            double lowest = Double.POSITIVE_INFINITY;
            for (int step = 0; step < STEPS; step++) {
                progress.checkCancelled();
                double rate = LOWEST * StrictMath.pow(HIGHEST / LOWEST, (double) step / (STEPS - 1));
                double loss = step(step, rate, progress);
                mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
                double smoothed = mean / (1 - StrictMath.pow(SMOOTHING, step + 1));
                if (!Double.isFinite(smoothed) || smoothed > RUNAWAY * lowest) {
                    break;
                }
                lowest = Math.min(lowest, smoothed);
                points.add(new RateCurve.Point(rate, smoothed));
                progress.report(step + 1L, STEPS);
            }
            double best = points.stream()
                    .min(Comparator.comparingDouble(RateCurve.Point::loss))
                    .map(RateCurve.Point::rate)
                    .orElse(settings.learningRate());
            return new RateCurve(points, best / 10);
        }

        /** The loss before the step's change. */
        private double step(int step, double rate, Progress progress)
                throws EngineException, CancelledException, IOException, GraphException {
            Batch batch = batches.batch(step / batches.steps(), step % batches.steps());
            int groups = tail.groups().size();
            Learner.Step found = learner.step(batch, state.parameters(), groups, settings.batch(), progress);
            Update update = new Update(settings.optimiser(), settings.weightDecay());
            for (Parameter parameter : state.parameters()) {
                double share = settings.rate(parameter.depth()) / settings.rate(0);
                update.apply(parameter, found.gradients().get(parameter.name()), rate * share, parameter.counted());
            }
            double loss = 0;
            int classes = found.probabilities().length / batch.size();
            for (int i = 0; i < batch.size(); i++) {
                loss += Judge.loss(found.probabilities(), i * classes, batch.labels()[i]) / batch.size();
            }
            return loss;
        }
    }
}
