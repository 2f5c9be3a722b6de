package vermeer.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vermeer.job.Progress;

/**
 * How few places carry the map: the Gini index of its absolute values, 0 (all equal) to 1 (one place) (Chalasani et al., Concise
 * explanations of neural networks using adversarial training, 2020).
 */
public record Sparseness() implements TrustMeasure {
    @Override
    public String name() {
        return "sparseness";
    }

    @Override
    public String title() {
        return "Sparseness";
    }

    @Override
    public String about() {
        return "Do few places carry the map? Gini index, 0 to 1; higher is sparser, which says nothing of being right. "
                + "Chalasani et al., 2020.";
    }

    @Override
    public boolean faithfulness() {
        return false;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Reading read(Evidence evidence, Progress progress) {
        float[] sorted = evidence.map().values().clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Math.abs(sorted[i]);
        }
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i];
            weighted += sorted[i] * (sorted.length - i - 0.5);
        }
        double gini = sum == 0 ? 0 : 1 - 2 * weighted / (sum * sorted.length);
        return new Reading(name(), gini, List.of(), sentence(sorted, sum));
    }

    private static String sentence(float[] sorted, double sum) {
        double reached = 0;
        int places = 0;
        while (places < sorted.length && reached < sum / 2) {
            reached += sorted[sorted.length - 1 - places++];
        }
        return String.format(
                Locale.ROOT, "Half of the map's evidence lies in %.1f %% of it.", 100.0 * places / sorted.length);
    }
}
