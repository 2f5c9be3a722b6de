package vermeer.graph.gradient;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vermeer.graph.Constant;
import vermeer.graph.GraphException;
import vermeer.graph.Node;

/** ReLU and its clipped form: the masks that decide the speed of most networks' gradients. */
final class RectifierRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private RectifierRules() {}

    private static Map<String, GradientRule> rules() {
        FirstInputRule relu = RectifierRules::relu;
        FirstInputRule clip = RectifierRules::clip;
        return Map.of("Relu", relu, "Clip", clip);
    }

    /** The derivative at 0 is 0. */
    static String relu(Step step) throws GraphException {
        return step.chain(Mask.positive(step, step.y()));
    }

    /** As PyTorch: a ReLU6's derivative is 0 at its bounds, any other clamp's is 1 there. */
    static String clip(Step step) throws GraphException {
        Optional<String> low = step.node().input(1);
        Optional<String> high = step.node().input(2);
        if (low.filter(step.graph()::needed).isPresent()
                || high.filter(step.graph()::needed).isPresent()) {
            throw new GraphException("The operator " + step.node().describe()
                    + " has bounds that depend on the picture, which has no gradient rule.");
        }
        if (isRectifier(step.node(), step.graph()::constant) && high.isPresent()) {
            return step.chain(Mask.between(step, step.y(), high.get()));
        }
        if (low.isPresent() && high.isPresent()) {
            String belowHigh = step.subtract(high.get(), step.x());
            return step.chain(step.atLeast(step.multiply(step.subtract(step.x(), low.get()), belowHigh)));
        }
        if (low.isPresent()) {
            return step.chain(step.atLeast(step.subtract(step.x(), low.get())));
        }
        return high.isPresent() ? step.chain(step.atLeast(step.subtract(high.get(), step.x()))) : step.gradient();
    }

    /** Whether a {@code Clip} is a ReLU with an upper bound, such as ReLU6: its lower bound is 0. */
    static boolean isRectifier(Node clip, Function<String, Optional<Constant>> constants) {
        return clip.input(1).flatMap(constants).filter(RectifierRules::isZero).isPresent();
    }

    private static boolean isZero(Constant bound) {
        return bound.size() == 1 && bound.toFloats()[0] == 0;
    }
}
