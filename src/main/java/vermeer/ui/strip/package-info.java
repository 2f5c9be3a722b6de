/** The pictures at hand, small, to choose from. */
package vermeer.ui.strip;
