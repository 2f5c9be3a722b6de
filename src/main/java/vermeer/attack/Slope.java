package vermeer.attack;

/**
 * What a gradient pass tells.
 *
 * @param logits at the levels asked for
 * @param gradient of the weighted sum of logits with respect to the levels
 */
record Slope(float[] logits, float[] gradient) {}
