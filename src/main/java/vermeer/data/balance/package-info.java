/**
 * Unequal classes and unequal mistakes: what to do about them when a network is trained, and when its answers are read.
 *
 * <p>Class frequencies and the decision under costs as in Saerens et al. (2002), "Adjusting the outputs of a classifier to new
 * a priori probabilities", and Elkan (2001), "The foundations of cost-sensitive learning".
 */
package vermeer.data.balance;
