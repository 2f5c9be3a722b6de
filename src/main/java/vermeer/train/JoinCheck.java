package vermeer.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.data.Split;
import vermeer.engine.Engine;
import vermeer.engine.EngineException;
import vermeer.engine.Session;
import vermeer.evaluation.Predictions;
import vermeer.graph.GraphException;
import vermeer.graph.OnnxReader;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;
import vermeer.train.cut.HeadGraph;
import vermeer.train.loop.RunPredictions;

/**
 * How well the written model agrees with the parts that were trained.
 *
 * @param pictures how many were compared
 * @param largestDifference of the probabilities
 * @param predictions what the trained parts answer, by split
 * @param zip what came of a DL4J zip; empty where the source is none that DL4J reads
 */
public record JoinCheck(
        int pictures, double largestDifference, Map<Split, Predictions> predictions, Optional<ZipOutcome> zip) {
    /** The largest difference of a probability that rounding may explain. */
    static final double TOLERANCE = 1e-3;

    public JoinCheck {
        predictions = Map.copyOf(predictions);
    }

    /** Runs the written file on photos. */
    record Checking(Engine engine, CheckPhotos photos) {

        /** @throws TrainingException where the two differ by more than {@link #TOLERANCE} */
        JoinCheck check(RunFolder folder, Optional<ZipOutcome> zip, Progress progress)
                throws TrainingException, CancelledException {
            Map<Split, Predictions> predictions = RunPredictions.of(folder, engine, progress.part(0, 0.5));
            Predictions compared = predictions.getOrDefault(Split.DEV, predictions.get(Split.TRAIN));
            double largest = 0;
            int count = 0;
            try (Session session = engine.open(OnnxReader.read(folder.model()))) {
                for (int picture : CheckPhotos.chosen(compared.size())) {
                    double difference = difference(session, compared, picture, progress);
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
            return new JoinCheck(count, largest, predictions, zip);
        }

        /** The largest difference of a probability; NaN where the picture is gone meanwhile. */
        private double difference(Session session, Predictions compared, int picture, Progress progress)
                throws EngineException, CancelledException {
            Optional<Tensor> input = photos.input(compared.pictures().get(picture), progress);
            if (input.isEmpty()) {
                return Double.NaN;
            }
            String name = session.graph().inputs().get(0).name();
            float[] found = session.run(Map.of(name, input.get()), List.of(HeadGraph.PROBABILITIES), progress)
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
