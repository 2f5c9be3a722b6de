package vermeer.graph.gradient;

import java.util.Map;

/** Deconvolutional networks: ReLU passes what is positive backwards, whatever it passed forwards. */
final class DeconvnetRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private DeconvnetRules() {}
}
