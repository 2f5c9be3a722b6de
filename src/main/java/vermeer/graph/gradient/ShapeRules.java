package vermeer.graph.gradient;

import java.util.Map;

/** Operators that move, repeat, pad or resample values without calculating with them. */
final class ShapeRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private ShapeRules() {}
}
