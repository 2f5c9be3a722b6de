package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;

/** Functions of one value, element by element. */
final class FunctionRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private FunctionRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = new HashMap<>();
        rules.put("Exp", step -> step.chain(step.y()));
        rules.put("Log", step -> step.divide(step.gradient(), step.x()));
        rules.put("Sqrt", step -> step.divide(step.multiply(step.gradient(), 0.5f), step.y()));
        rules.put("Reciprocal", step -> step.chain(step.apply("Neg", step.square(step.y()))));
        rules.put("Abs", step -> step.chain(step.apply("Sign", step.x())));
        rules.put("Neg", step -> step.apply("Neg", step.gradient()));
        rules.put("Sin", step -> step.chain(step.apply("Cos", step.x())));
        rules.put("Cos", step -> step.chain(step.apply("Neg", step.apply("Sin", step.x()))));
        rules.put("Identity", Step::gradient);
        rules.put("Dropout", Step::gradient);
        return Map.copyOf(rules);
    }
}
