package vermeer.graph.gradient;

import java.util.Map;

/** Sums, means, maxima and norms over axes. */
final class ReductionRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private ReductionRules() {}
}
