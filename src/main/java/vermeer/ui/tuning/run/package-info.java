/**
 * The step of tuning that trains: the network drawn with its cut, settings, the live course of the run, and the tuned model at
 * its end.
 */
package vermeer.ui.tuning.run;
