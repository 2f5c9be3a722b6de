/** Long actions: progress, cancelling, and the lanes they run on. Knows nothing of pictures or networks. */
package vermeer.job;
