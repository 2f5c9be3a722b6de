/**
 * What the user decides about a folder of pictures, kept in the file {@code .vermeer-data} inside it: the one file that Vermeer
 * writes there.
 */
package vermeer.data.decision;
