package vermeer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vermeer.data.Split;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.evaluation.Predictions;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.image.Decoder;
import vermeer.image.InputProfile;
import vermeer.image.PictureException;
import vermeer.image.Preprocessing;
import vermeer.image.ProfileException;
import vermeer.image.ProfileJson;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.tensor.Tensor;
import vermeer.train.cut.HeadGraph;
import vermeer.train.loop.RunPredictions;

/**
 * How well the written model agrees with the parts that were trained.
 *
 * @param pictures how many were compared
 * @param largestDifference of the probabilities
 * @param predictions what the trained parts answer, by split
 */
public record JoinCheck(int pictures, double largestDifference, Map<Split, Predictions> predictions) {
    /** The largest difference of a probability that rounding may explain. */
    static final double TOLERANCE = 1e-3;

    private static final int PHOTOS = 20;

    public JoinCheck {
        predictions = Map.copyOf(predictions);
    }

    /** Runs the written file on photos. */
    record Checking(Engine engine, Decoder decoder, OpenModel model) {

        /** @throws TrainingException where the two differ by more than {@link #TOLERANCE} */
        JoinCheck check(RunFolder folder, RunPlan plan, Progress progress)
                throws TrainingException, CancelledException {
            Map<Split, Predictions> predictions = RunPredictions.of(folder, engine, progress.part(0, 0.5));
            Predictions compared = predictions.getOrDefault(Split.DEV, predictions.get(Split.TRAIN));
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < Math.min(PHOTOS, compared.size()); i++) {
                chosen.add(Math.toIntExact((long) i * compared.size() / Math.min(PHOTOS, compared.size())));
            }
            double largest = 0;
            int count = 0;
            try (Session session = engine.open(OnnxReader.read(folder.model()))) {
                for (int picture : chosen) {
                    double difference = difference(session, plan, compared, picture, progress);
                    count += Double.isNaN(difference) ? 0 : 1;
                    largest = Double.isNaN(difference) ? largest : Math.max(largest, difference);
                }
            } catch (GraphException | EngineException failed) {
                throw new TrainingException("The tuned model cannot be run: " + failed.getMessage(), failed);
            }
            if (largest > TOLERANCE) {
                throw new TrainingException("The joined model differs from the trained parts by up to " + largest
                        + " in a probability, so it is not to be trusted; please report this network.");
            }
            return new JoinCheck(count, largest, predictions);
        }

        private InputProfile profile(RunPlan plan) throws TrainingException {
            try {
                return ProfileJson.parse(plan.model().profile(), "the run's plan", model.profile())
                        .profile();
            } catch (ProfileException damaged) {
                throw new TrainingException(damaged.getMessage(), damaged);
            }
        }

        /** The largest difference of a probability; NaN where the picture is gone meanwhile. */
        private double difference(Session session, RunPlan plan, Predictions compared, int picture, Progress progress)
                throws EngineException, TrainingException, CancelledException {
            Tensor input;
            try {
                String key = compared.pictures().get(picture);
                input = new Preprocessing(profile(plan))
                        .input(decoder.decode(
                                java.nio.file.Path.of(plan.rows().folder()).resolve(key), progress));
            } catch (PictureException gone) {
                return Double.NaN;
            }
            String name = session.graph().inputs().get(0).name();
            float[] found = session.run(Map.of(name, input), List.of(HeadGraph.PROBABILITIES), progress)
                    .get(HeadGraph.PROBABILITIES)
                    .data();
            double[] expected = compared.probabilities(picture);
            double largest = 0;
            for (int i = 0; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(found[i] - expected[i]));
            }
            return largest;
        }
    }
}
