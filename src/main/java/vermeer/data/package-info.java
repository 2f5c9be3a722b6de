/**
 * Labelled pictures and what is decided about them: classes, splits, exclusions. Nothing of the user's is moved, changed or
 * deleted; decisions live in a file of their own. Labels are read in {@link vermeer.data.label}.
 */
package vermeer.data;
