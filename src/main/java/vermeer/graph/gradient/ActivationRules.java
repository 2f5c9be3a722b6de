package vermeer.graph.gradient;

import java.util.Map;

/** Activation functions. */
final class ActivationRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private ActivationRules() {}
}
