/** The intake check: what Vermeer believes about a model's input and output, why, and the way to correct it. */
package vermeer.ui.intake;
