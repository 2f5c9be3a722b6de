/** The step that says what to do next: bias, variance and mismatch with their intervals, and whether more photos would help. */
package vermeer.ui.tuning.advice;
