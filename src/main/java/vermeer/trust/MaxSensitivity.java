package vermeer.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import vermeer.attribution.Subject;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * How much the map changes when the picture hardly does: the largest relative change (Euclidean) of the map over pictures with
 * uniform noise of at most {@code radius} added (Yeh et al., 2019). 0 is a map that stays; 1 a change as large as the map.
 *
 * @param samples noisy pictures tried
 * @param radius largest change of an input value, in units of the preprocessed input
 * @param seed of the noise
 */
public record MaxSensitivity(
        @Help("Noisy pictures tried.") @Range(min = 1, max = 200) int samples,
        @Help("Largest change of an input value, in units of the preprocessed input.") @Range(min = 0, max = 1)
                double radius,
        @Help("Seed of the noise.") @Range(min = 0, max = Integer.MAX_VALUE) long seed)
        implements TrustMeasure {

    public MaxSensitivity() {
        this(10, 0.02, 0);
    }

    @Override
    public String name() {
        return "max-sensitivity";
    }

    @Override
    public String title() {
        return "Max-sensitivity";
    }

    @Override
    public String about() {
        return "Does the map stay when the picture hardly changes? Largest relative change, 0 upwards; lower is"
                + " better. Yeh et al., 2019.";
    }

    @Override
    public boolean faithfulness() {
        return false;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Optional<String> unavailable(Evidence evidence) {
        return evidence.source().isPresent()
                ? Optional.empty()
                : Optional.of("A map from a file cannot be computed again for a slightly changed picture.");
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException {
        float[] map = evidence.map().values();
        Random random = new Random(seed);
        double worst = 0;
        for (int i = 0; i < samples; i++) {
            progress.checkCancelled();
            Tensor input = evidence.subject().input();
            float[] noisy = input.data().clone();
            for (int j = 0; j < noisy.length; j++) {
                noisy[j] += (float) (radius * (2 * random.nextDouble() - 1));
            }
            Subject subject = new Subject(
                    new Tensor(input.shape(), noisy),
                    evidence.subject().region(),
                    evidence.subject().target());
            Progress part = progress.part((double) i / samples, (i + 1.0) / samples);
            float[] changed = evidence.source()
                    .orElseThrow()
                    .map(evidence.model(), subject, part)
                    .values();
            worst = Math.max(worst, distance(map, changed) / Math.max(distance(map, new float[map.length]), 1e-12));
        }
        String sentence = String.format(
                Locale.ROOT, "Noise too small to see changes the map by up to %.0f %% of its strength.", 100 * worst);
        return new Reading(name(), worst, List.of(), sentence);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow(a[i] - b[i], 2);
        }
        return Math.sqrt(sum);
    }
}
