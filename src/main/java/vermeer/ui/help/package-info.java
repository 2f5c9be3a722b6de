/** The cheat sheet of keys, and what Vermeer is. */
package vermeer.ui.help;
