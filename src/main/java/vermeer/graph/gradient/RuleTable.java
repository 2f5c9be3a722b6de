package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rule each operator has. Methods that change how gradients flow, such as guided backpropagation, are tables of their
 * own.
 *
 * @param name for caches and messages
 * @param rules by operator, such as {@code Conv}
 */
public record RuleTable(String name, Map<String, GradientRule> rules) {

    /** The gradient itself. */
    public static final RuleTable STANDARD = new RuleTable(
            "standard",
            merged(List.of(
                    ConvolutionRules.RULES,
                    PoolingRules.RULES,
                    NormalisationRules.RULES,
                    MatrixRules.RULES,
                    QuantisationRules.RULES,
                    RectifierRules.RULES,
                    ActivationRules.RULES,
                    GaussianRules.RULES,
                    FunctionRules.RULES,
                    ArithmeticRules.RULES,
                    ReductionRules.RULES,
                    NoGradientRules.RULES,
                    ShapeRules.RULES,
                    PartRules.RULES)));

    /** Guided backpropagation: negative gradients end at every ReLU. */
    public static final RuleTable GUIDED = STANDARD.with("guided", GuidedRules.RULES, Set.of());

    public RuleTable {
        rules = Map.copyOf(rules);
    }

    /** The rule of an operator; empty where there is none. */
    public Optional<GradientRule> rule(String operator) {
        return Optional.ofNullable(rules.get(operator));
    }

    /** This table under a new name, with some rules replaced or added and some operators left without a rule. */
    public RuleTable with(String newName, Map<String, GradientRule> replaced, Set<String> without) {
        Map<String, GradientRule> changed = merged(List.of(rules, replaced));
        changed.keySet().removeAll(without);
        return new RuleTable(newName, changed);
    }

    private static Map<String, GradientRule> merged(List<Map<String, GradientRule>> tables) {
        Map<String, GradientRule> all = new HashMap<>();
        tables.forEach(all::putAll);
        return all;
    }
}
