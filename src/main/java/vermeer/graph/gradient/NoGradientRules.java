package vermeer.graph.gradient;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Operators through which no gradient passes: their outputs are piecewise constant, or are not numbers of the picture. */
final class NoGradientRules {
    private static final Set<String> OPERATORS = Set.of(
            "Equal",
            "Greater",
            "GreaterOrEqual",
            "Less",
            "LessOrEqual",
            "And",
            "Or",
            "Xor",
            "Not",
            "IsNaN",
            "IsInf",
            "Sign",
            "Floor",
            "Ceil",
            "Round",
            "ArgMax",
            "ArgMin",
            "Shape",
            "Size",
            "ConstantOfShape",
            "Range",
            "EyeLike",
            "OneHot",
            "NonZero");

    /** By operator. */
    static final Map<String, GradientRule> RULES = rules();

    private NoGradientRules() {}

    private static Map<String, GradientRule> rules() {
        GradientRule none =
                (node, gradients, graph) -> Collections.nCopies(node.inputs().size(), Optional.empty());
        return OPERATORS.stream().collect(Collectors.toMap(operator -> operator, operator -> none));
    }
}
