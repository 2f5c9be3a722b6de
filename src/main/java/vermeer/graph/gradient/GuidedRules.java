package vermeer.graph.gradient;

import java.util.Map;
import vermeer.graph.GraphException;

/**
 * Guided backpropagation (Springenberg and others, "Striving for simplicity", 2014): a ReLU passes only what is positive both
 * forwards and backwards.
 */
final class GuidedRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private GuidedRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule relu = step -> RectifierRules.relu(positive(step));
        FirstInputRule clip = step -> RectifierRules.clip(
                RectifierRules.isRectifier(step.node(), step.graph()::constant) ? positive(step) : step);
        return Map.of("Relu", relu, "Clip", clip);
    }

    private static Step positive(Step step) throws GraphException {
        return new Step(step.node(), step.apply("Relu", step.gradient()), step.graph());
    }
}
