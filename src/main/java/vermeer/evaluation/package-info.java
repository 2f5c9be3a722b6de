/**
 * How good a classifier is on labelled pictures: confusion, measures with 95 % intervals, calibration, costs, suspected label
 * errors, subsets, comparisons, and what lies outside the training data.
 *
 * <p>Everything works on {@link vermeer.evaluation.Predictions} (class names, labels, logits) and, where pictures are compared
 * with each other, on feature vectors; {@link vermeer.evaluation.Answering} alone runs a network. Knows {@code data} and
 * {@code model}, not the training.
 */
package vermeer.evaluation;
