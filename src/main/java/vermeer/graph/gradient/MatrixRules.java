package vermeer.graph.gradient;

import java.util.Map;

/** Matrix products, Einsum, Softmax and LogSoftmax. */
final class MatrixRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private MatrixRules() {}
}
