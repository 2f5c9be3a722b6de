package vermeer.graph.gradient;

import java.util.Map;

/** Batch, instance, layer and group normalisation, and local response normalisation. */
final class NormalisationRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private NormalisationRules() {}
}
