/**
 * What to do next: bias, variance, data mismatch and overfitting to dev from the errors of the splits (after A. Ng, Machine
 * Learning Yearning, 2018), and whether more pictures would help.
 */
package vermeer.advice;
