/** What the network answers: the most probable classes, and the search over all of them. */
package vermeer.ui.prediction;
