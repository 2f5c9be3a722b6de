/** Defences: what is done to pictures before a network sees them, in the hope that an attack does not survive it. */
package vermeer.attack.defence;
