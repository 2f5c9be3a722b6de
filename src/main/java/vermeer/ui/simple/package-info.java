/** The single-purpose view of a tuned network: a photo in, answer, confidence, map and a warning out; nothing else. */
package vermeer.ui.simple;
