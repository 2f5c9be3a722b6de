/** What Vermeer is doing just now: progress, time left, cancel. */
package vermeer.ui.job;
