/** What the window remembers between two starts, and where it keeps it. */
package vermeer.ui.preference;
