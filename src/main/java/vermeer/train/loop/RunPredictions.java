package vermeer.train.loop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vermeer.data.Split;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.evaluation.Predictions;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.train.RunFolder;
import vermeer.train.RunPlan;
import vermeer.train.TrainingException;
import vermeer.train.cut.Tail;
import vermeer.train.feature.FeatureFile;

/** What a run's best weights answer for the pictures of its splits, computed from the cached values. */
public final class RunPredictions {

    private RunPredictions() {}

    /**
     * The predictions of every split that has pictures; training pictures without augmentation.
     *
     * @throws TrainingException where the run has no result yet or its values are gone
     */
    public static Map<Split, Predictions> of(RunFolder folder, Engine engine, Progress progress)
            throws TrainingException, CancelledException {
        RunPlan plan = folder.readPlan();
        TrainedWeights trained = TrainedWeights.read(folder);
        Tail tail = TrainedWeights.tail(folder);
        Map<Split, Predictions> all = new EnumMap<>(Split.class);
        try (FeatureFile features = new FeatureFile(
                        Path.of(plan.features().file()),
                        plan.rowCount(),
                        plan.features().item());
                Learner learner =
                        new Learner(engine, tail, plan.inputs(), plan.classes().size())) {
            Rows rows = new Rows(plan, features, learner, trained, progress);
            rows.add(all, Split.TRAIN, plan.rows().train(), plan.trainRows());
            rows.add(
                    all,
                    Split.TRAIN_DEV,
                    plan.rows().trainDev(),
                    from(plan.trainDevRow(), plan.rows().trainDev()));
            rows.add(
                    all,
                    Split.DEV,
                    plan.rows().dev(),
                    from(plan.devRow(), plan.rows().dev()));
        } catch (IOException | EngineException failed) {
            throw new TrainingException("The run's answers cannot be computed: " + failed.getMessage(), failed);
        }
        return all;
    }

    private static int[] from(int first, RunPlan.Part part) {
        return IntStream.range(first, first + part.size()).toArray();
    }

    private record Rows(
            RunPlan plan, FeatureFile features, Learner learner, TrainedWeights trained, Progress progress) {

        void add(Map<Split, Predictions> all, Split split, RunPlan.Part part, int[] chosen)
                throws EngineException, IOException, CancelledException {
            if (part.size() == 0) {
                return;
            }
            float[][] found = learner.probabilities(features, chosen, trained.weights(), trained.head(), progress);
            List<double[]> kept = new ArrayList<>();
            for (float[] probabilities : found) {
                double[] row = new double[probabilities.length];
                for (int k = 0; k < row.length; k++) {
                    row[k] = probabilities[k];
                }
                kept.add(row);
            }
            all.put(
                    split,
                    Predictions.ofProbabilities(
                            plan.classes(), part.keys(), part.labelArray(), kept.toArray(double[][]::new)));
        }
    }
}
