package vermeer.trust;

import java.util.List;
import java.util.Locale;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * How fast the target's probability falls while the map's strongest places are set to zero (after normalising): the area under
 * the curve, 0 to 1, lower is better (Petsiuk et al., RISE, 2018).
 */
public record Deletion() implements TrustMeasure {
    @Override
    public String name() {
        return "deletion";
    }

    @Override
    public String title() {
        return "Deletion";
    }

    @Override
    public String about() {
        return "Does the answer fall when what the map marks is taken away? Area under the curve, 0 to 1; lower is"
                + " better. Petsiuk, Das, Saenko: RISE, 2018.";
    }

    @Override
    public String course() {
        return "share of the picture removed";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException {
        Tensor input = evidence.subject().input();
        Curve curve = Replacement.follow(
                "deletion",
                evidence.model().scores(),
                input,
                Tensor.zeros(input.shape()),
                PixelOrder.falling(evidence.mapAtInput().values()),
                evidence.subject().target(),
                progress);
        return new Reading(name(), curve.area(), List.of(curve), sentence(curve));
    }

    private static String sentence(Curve curve) {
        float start = curve.values()[0];
        for (int i = 1; i < curve.values().length; i++) {
            if (curve.values()[i] <= start / 2) {
                return String.format(
                        Locale.ROOT,
                        "Removing the strongest %.0f %% of the picture halves the probability.",
                        100 * curve.shares()[i]);
            }
        }
        return "The probability never falls to half, whatever is removed.";
    }
}
