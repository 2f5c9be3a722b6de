package vermeer.graph.gradient;

import java.util.Map;

/** Element-wise arithmetic, with broadcasting. */
final class ArithmeticRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private ArithmeticRules() {}
}
