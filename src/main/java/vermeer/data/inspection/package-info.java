/** Looks into every picture once: which cannot be read, which come twice, and what each is like. */
package vermeer.data.inspection;
