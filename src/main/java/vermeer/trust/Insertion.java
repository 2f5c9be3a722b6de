package vermeer.trust;

import java.util.List;
import java.util.Locale;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.tensor.Tensor;

/**
 * How fast the target's probability rises while the map's strongest places are put back into a blurred picture: the area under
 * the curve, 0 to 1, higher is better (Petsiuk et al., RISE, 2018).
 */
public record Insertion() implements TrustMeasure {
    @Override
    public String name() {
        return "insertion";
    }

    @Override
    public String title() {
        return "Insertion";
    }

    @Override
    public String about() {
        return "Is what the map marks enough for the answer? Area under the curve, 0 to 1; higher is better. "
                + "Petsiuk, Das, Saenko: RISE, 2018.";
    }

    @Override
    public String course() {
        return "share of the picture shown";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException {
        Tensor input = evidence.subject().input();
        Curve curve = Replacement.follow(
                "insertion",
                evidence.model().scores(),
                Blur.of(input, evidence.model().scores().layout()),
                input,
                PixelOrder.falling(evidence.mapAtInput().values()),
                evidence.subject().target(),
                progress);
        return new Reading(name(), curve.area(), List.of(curve), sentence(curve));
    }

    private static String sentence(Curve curve) {
        float end = curve.values()[curve.values().length - 1];
        if (curve.values()[0] >= end / 2) {
            return "The blurred picture alone already has half of the final probability, so this measure says little"
                    + " here.";
        }
        for (int i = 1; i < curve.values().length; i++) {
            if (curve.values()[i] >= end / 2) {
                return String.format(
                        Locale.ROOT,
                        "The strongest %.0f %% of the picture alone give half of the final probability.",
                        100 * curve.shares()[i]);
            }
        }
        return "The probability reaches half of its value only with the whole picture.";
    }
}
