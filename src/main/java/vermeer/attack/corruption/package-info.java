/** Corruptions: what happens to pictures without malice, such as blur, bad light or compression, and where answers break. */
package vermeer.attack.corruption;
