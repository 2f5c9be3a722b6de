package vermeer.graph.gradient;

import java.util.Map;

/**
 * Deconvolutional networks (Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014): a ReLU passes
 * what is positive backwards, whatever it passed forwards.
 */
final class DeconvnetRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private DeconvnetRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule relu = step -> step.apply("Relu", step.gradient());
        FirstInputRule clip = step -> RectifierRules.isRectifier(step.node(), step.graph()::constant)
                ? relu.gradient(step)
                : RectifierRules.clip(step);
        return Map.of("Relu", relu, "Clip", clip);
    }
}
