package vermeer.attack.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vermeer.attack.Goal;
import vermeer.engine.EngineException;
import vermeer.image.Picture;
import vermeer.image.Preprocessing;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.ImageModel;
import vermeer.tensor.Tensor;

/**
 * How a network's answer holds as a corruption grows.
 *
 * @param label the answer for the picture as it is
 * @param samples from one end of the slider to the other
 * @param below the strength nearest to none, on its lower side, at which the answer changes; empty where it never does
 * @param above the same on the upper side
 */
public record Stability(int label, List<Sample> samples, Optional<Double> below, Optional<Double> above) {
    private static final int HALVINGS = 5;

    /**
     * The answer in one strength.
     *
     * @param answer the most likely class
     * @param probability of the class that the clean picture is
     */
    public record Sample(double strength, int answer, double probability) {}

    public Stability {
        samples = List.copyOf(samples);
    }

    /**
     * Goes through all strengths of a corruption, and narrows down where the answer first changes on either side.
     *
     * @param steps strengths on each side that has any
     */
    public static Stability of(
            ImageModel model,
            Preprocessing preprocessing,
            Picture picture,
            Corruption corruption,
            int steps,
            long seed,
            Progress progress)
            throws EngineException, CancelledException {
        Asking asking = new Asking(model, preprocessing, picture, corruption, seed);
        Sample none = asking.at(corruption.none(), -1, progress);
        List<Sample> lower = asking.side(corruption.min(), steps, none.answer(), progress.part(0, 0.45));
        List<Sample> upper = asking.side(corruption.max(), steps, none.answer(), progress.part(0.45, 0.9));
        Optional<Double> below = asking.breaking(lower, none.answer(), progress.part(0.9, 0.95));
        Optional<Double> above = asking.breaking(upper, none.answer(), progress.part(0.95, 1));
        List<Sample> samples = new ArrayList<>();
        for (int i = lower.size() - 1; i >= 0; i--) {
            samples.add(lower.get(i));
        }
        samples.add(asking.at(corruption.none(), none.answer(), progress));
        samples.addAll(upper);
        progress.report(1, 1);
        return new Stability(none.answer(), samples, below, above);
    }

    /** Asks a model about one picture in several strengths. */
    private record Asking(
            ImageModel model, Preprocessing preprocessing, Picture picture, Corruption corruption, long seed) {

        Sample at(double strength, int label, Progress progress) throws EngineException, CancelledException {
            progress.checkCancelled();
            Tensor input = preprocessing.input(corruption.apply(picture, strength, seed));
            Tensor logits = model.scores().logits(input, progress.part(0, 0));
            int answer = Goal.answer(logits.data());
            return new Sample(strength, answer, probability(logits, label < 0 ? answer : label));
        }

        private double probability(Tensor logits, int label) {
            float[] probabilities = model.scores().probabilities(logits).data();
            if (probabilities.length == 1) {
                return label == 1 ? probabilities[0] : 1 - probabilities[0];
            }
            return label < 0 ? Double.NaN : probabilities[label];
        }

        /** From the first step away from none to the end. */
        List<Sample> side(double end, int steps, int label, Progress progress)
                throws EngineException, CancelledException {
            List<Sample> samples = new ArrayList<>();
            for (int i = 1; i <= steps && end != corruption.none(); i++) {
                double strength = corruption.none() + (end - corruption.none()) * i / steps;
                samples.add(at(strength, label, progress));
                progress.report(i, steps);
            }
            return samples;
        }

        /** Between the last step that keeps the answer and the first that does not. */
        Optional<Double> breaking(List<Sample> side, int label, Progress progress)
                throws EngineException, CancelledException {
            double keeps = corruption.none();
            for (Sample sample : side) {
                if (sample.answer() == label) {
                    keeps = sample.strength();
                    continue;
                }
                double breaks = sample.strength();
                for (int i = 0; i < HALVINGS; i++) {
                    double between = (keeps + breaks) / 2;
                    boolean kept = at(between, label, progress).answer() == label;
                    keeps = kept ? between : keeps;
                    breaks = kept ? breaks : between;
                }
                return Optional.of(breaks);
            }
            return Optional.empty();
        }
    }
}
