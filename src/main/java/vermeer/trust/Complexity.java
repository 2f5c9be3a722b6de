package vermeer.trust;

import java.util.List;
import java.util.Locale;
import vermeer.job.Progress;

/**
 * How hard the map is to take in: the entropy of its absolute values as shares of their sum, in nats (Bhatt et al., Evaluating and
 * aggregating feature-based model explanations, 2020). 0 for one place, {@code ln(places)} for an even map.
 */
public record Complexity() implements TrustMeasure {
    @Override
    public String name() {
        return "complexity";
    }

    @Override
    public String title() {
        return "Complexity";
    }

    @Override
    public String about() {
        return "Is the map easy to take in? Entropy in nats, 0 to the logarithm of the number of places; lower is"
                + " simpler. Bhatt, Weller, Moura, 2020.";
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
    public Reading read(Evidence evidence, Progress progress) {
        float[] values = evidence.map().values();
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        double entropy = 0;
        for (float value : values) {
            double share = sum == 0 ? 0 : Math.abs(value) / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        String sentence = String.format(
                Locale.ROOT,
                "The map spreads its evidence as an even map over %.0f of its %d places would.",
                Math.exp(entropy),
                values.length);
        return new Reading(name(), entropy, List.of(), sentence);
    }
}
