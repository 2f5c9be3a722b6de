package vermeer.graph.gradient;

import java.util.Map;
import java.util.Optional;

/**
 * Which rule each operator has. Methods that change how gradients flow, such as guided backpropagation, are tables of their
 * own.
 *
 * @param name for caches and messages
 * @param rules by operator, such as {@code Conv}
 */
public record RuleTable(String name, Map<String, GradientRule> rules) {

    /** The gradient itself. */
    public static final RuleTable STANDARD = new RuleTable("standard", Map.of());

    public RuleTable {
        rules = Map.copyOf(rules);
    }

    /** The rule of an operator; empty where there is none. */
    public Optional<GradientRule> rule(String operator) {
        return Optional.ofNullable(rules.get(operator));
    }
}
