package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vermeer.graph.GraphException;

/** Arithmetic between broadcast values, and the choice between them. */
final class ArithmeticRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private ArithmeticRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, BroadcastRule> rules = new HashMap<>();
        rules.put("Add", (step, index) -> Optional.of(step.gradient()));
        rules.put("Sum", (step, index) -> Optional.of(step.gradient()));
        rules.put("Mean", ArithmeticRules::mean);
        rules.put("Sub", ArithmeticRules::subtract);
        rules.put("Mul", ArithmeticRules::multiply);
        rules.put("Div", ArithmeticRules::divide);
        rules.put("Pow", new PowerRule());
        rules.put("Max", new ExtremeRule(true));
        rules.put("Min", new ExtremeRule(false));
        rules.put("Where", ArithmeticRules::where);
        return Map.copyOf(rules);
    }

    private static Optional<String> mean(Step step, int index) throws GraphException {
        return Optional.of(
                step.multiply(step.gradient(), 1f / step.node().inputs().size()));
    }

    private static Optional<String> subtract(Step step, int index) throws GraphException {
        return Optional.of(index == 0 ? step.gradient() : step.apply("Neg", step.gradient()));
    }

    private static Optional<String> multiply(Step step, int index) throws GraphException {
        return Optional.of(step.chain(step.node().inputs().get(1 - index)));
    }

    private static Optional<String> divide(Step step, int index) throws GraphException {
        String divisor = step.node().inputs().get(1);
        String quotient = step.divide(step.gradient(), divisor);
        return Optional.of(index == 0 ? quotient : step.apply("Neg", step.multiply(quotient, step.y())));
    }

    private static Optional<String> where(Step step, int index) throws GraphException {
        String condition = step.x();
        String zero = step.graph().scalar(0);
        return switch (index) {
            case 1 -> Optional.of(step.graph().add("Where", condition, step.gradient(), zero));
            case 2 -> Optional.of(step.graph().add("Where", condition, zero, step.gradient()));
            default -> Optional.empty();
        };
    }
}
