/**
 * The command line: one class a command. Texts for people and JSON lines go to standard output; errors, one sentence each,
 * and progress go to standard error.
 */
package vermeer.cli;
