package vermeer.graph.gradient;

import java.util.HashMap;
import java.util.Map;
import vermeer.graph.GraphException;

/** The error function and the GELU built on it (Hendrycks and Gimpel, 2016), exact and with tanh. */
final class GaussianRules {
    private static final float TWO_OVER_ROOT_PI = (float) (2 / Math.sqrt(Math.PI));
    private static final float ROOT_HALF = (float) Math.sqrt(0.5);
    private static final float NORMAL_PEAK = (float) (1 / Math.sqrt(2 * Math.PI));
    private static final float ROOT_TWO_OVER_PI = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBIC = 0.044715f;

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private GaussianRules() {}

    private static Map<String, GradientRule> rules() {
        Map<String, FirstInputRule> rules = new HashMap<>();
        rules.put("Erf", step -> step.chain(bell(step, -1, TWO_OVER_ROOT_PI)));
        rules.put(
                "Gelu",
                step -> step.node().text("approximate", "none").equals("tanh") ? tanhGelu(step) : exactGelu(step));
        return Map.copyOf(rules);
    }

    /** The cumulative normal distribution plus x times its density. */
    private static String exactGelu(Step step) throws GraphException {
        String erf = step.apply("Erf", step.multiply(step.x(), ROOT_HALF));
        String cumulative = step.add(step.multiply(erf, 0.5f), 0.5f);
        return step.chain(step.add(cumulative, step.multiply(step.x(), bell(step, -0.5f, NORMAL_PEAK))));
    }

    /** {@code height * exp(sharpness * x * x)}. */
    private static String bell(Step step, float sharpness, float height) throws GraphException {
        return step.multiply(step.apply("Exp", step.multiply(step.square(step.x()), sharpness)), height);
    }

    /** y = x/2 (1 + t) with t = tanh(u) and u = sqrt(2/pi) (x + 0.044715 x^3). */
    private static String tanhGelu(Step step) throws GraphException {
        String squared = step.square(step.x());
        String slope = step.multiply(step.add(step.multiply(squared, CUBIC), 1), ROOT_TWO_OVER_PI);
        String tanh = step.apply("Tanh", step.multiply(step.x(), slope));
        String slopeDerivative = step.multiply(step.add(step.multiply(squared, 3 * CUBIC), 1), ROOT_TWO_OVER_PI);
        String inner = step.multiply(step.subtract(1, step.square(tanh)), slopeDerivative);
        String sum = step.add(step.add(tanh, 1), step.multiply(step.x(), inner));
        return step.chain(step.multiply(sum, 0.5f));
    }
}
