package vermeer.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.Scores;
import vermeer.setting.Help;
import vermeer.setting.Range;
import vermeer.tensor.Tensor;

/**
 * Remove and debias (Rong et al., 2022): the target's probability after the least relevant places are imputed, minus that after the
 * most relevant are, averaged over 10 to 90 % of the picture. Between -1 and 1; higher is better, 0 is what chance gives.
 *
 * @param noise standard deviation of the imputation's noise, in units of the preprocessed input
 * @param seed of the noise
 */
public record Road(
        @Help("Standard deviation of the noise added to filled-in places, in units of the preprocessed input.")
                @Range(min = 0, max = 1)
                double noise,
        @Help("Seed of the noise.") @Range(min = 0, max = Integer.MAX_VALUE) long seed)
        implements TrustMeasure {
    private static final int POINTS = 9;

    public Road() {
        this(0.01, 0);
    }

    @Override
    public String name() {
        return "road";
    }

    @Override
    public String title() {
        return "ROAD";
    }

    @Override
    public String about() {
        return "Does removing what the map marks hurt more than removing what it does not, when the gap is filled in"
                + " smoothly? Least minus most relevant first, -1 to 1; higher is better. Rong et al., 2022.";
    }

    @Override
    public String course() {
        return "share of the picture filled in";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) throws EngineException, CancelledException {
        float[] map = evidence.mapAtInput().values();
        Curve most = curve("most relevant first", evidence, PixelOrder.falling(map), progress.part(0, 0.5));
        Curve least = curve("least relevant first", evidence, PixelOrder.rising(map), progress.part(0.5, 1));
        double difference = 0;
        for (int i = 1; i <= POINTS; i++) {
            difference += least.values()[i] - most.values()[i];
        }
        double value = difference / POINTS;
        String sentence = String.format(
                Locale.ROOT,
                "Taking away the marked places costs on average %.0f points of probability %s than taking away the"
                        + " others.",
                100 * Math.abs(value),
                value >= 0 ? "more" : "less");
        return new Reading(name(), value, List.of(most, least), sentence);
    }

    private Curve curve(String title, Evidence evidence, int[] order, Progress progress)
            throws EngineException, CancelledException {
        Scores model = evidence.model().scores();
        Tensor input = evidence.subject().input();
        int[] shape = input.itemShape();
        Random random = new Random(seed);
        float[] shares = new float[POINTS + 1];
        float[] values = new float[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            progress.checkCancelled();
            shares[i] = i / (POINTS + 1f);
            int[] removed = Arrays.copyOf(order, Math.round(shares[i] * order.length));
            Tensor filled = new Imputation(
                            model.layout().height(shape), model.layout().width(shape), removed)
                    .fill(input, model.layout(), noise, random);
            values[i] = TargetProbability.of(
                    model, model.logits(filled, progress), evidence.subject().target())[0];
            progress.report(i + 1, POINTS + 1);
        }
        return new Curve(title, shares, values);
    }
}
