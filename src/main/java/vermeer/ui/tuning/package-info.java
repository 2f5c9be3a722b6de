/**
 * The workspace in which a network becomes the user's own: steps one after the other, from a folder of photos to what to do next.
 * {@link vermeer.ui.tuning.TuningSteps} lists the steps; each has a package of its own and shares {@link
 * vermeer.ui.tuning.Tuning} with the others.
 */
package vermeer.ui.tuning;
