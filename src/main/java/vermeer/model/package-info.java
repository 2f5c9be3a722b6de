/**
 * An image classifier: a graph, the profile of its input, its class names, and what can be asked of it.
 *
 * <p>A <em>logit</em> is a class's score before the final softmax or sigmoid; explanations differentiate logits.
 */
package vermeer.model;
