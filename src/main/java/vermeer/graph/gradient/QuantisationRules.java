package vermeer.graph.gradient;

import java.util.Map;

/** Quantising and back: straight through, as if nothing were rounded. */
final class QuantisationRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private QuantisationRules() {}
}
