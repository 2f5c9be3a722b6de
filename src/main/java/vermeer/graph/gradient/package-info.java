/**
 * Differentiation: a graph becomes a second graph that also computes the gradient of a seeded output with respect to the
 * input and to inner values. One small {@link vermeer.graph.gradient.GradientRule} per operator; a
 * {@link vermeer.graph.gradient.RuleTable} says which rule an operator has.
 */
package vermeer.graph.gradient;
