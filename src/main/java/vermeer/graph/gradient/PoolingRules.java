package vermeer.graph.gradient;

import java.util.Map;

/** Maximum, average and Lp pooling, local and global. */
final class PoolingRules {

    /** By operator. */
    static final Map<String, GradientRule> RULES = Map.of();

    private PoolingRules() {}
}
