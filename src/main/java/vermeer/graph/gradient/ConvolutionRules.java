package vermeer.graph.gradient;

import java.util.Map;

/** Conv and ConvTranspose. */
final class ConvolutionRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private ConvolutionRules() {}
}
