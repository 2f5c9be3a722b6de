package vermeer.graph.gradient;

/** Which rule layer-wise relevance propagation uses. */
public enum RelevanceRule {
    /** Every contribution in proportion, with stabilised denominators. */
    EPSILON,
    /** In layers with weights, only positive contributions. */
    Z_PLUS,
    /** The z-box rule in the layer that reads pixels, the gamma rule in lower convolutions, epsilon above. */
    COMPOSITE
}
