/** The one way in: whatever is dropped, chosen, named on the command line or opened again ends up here. */
package vermeer.ui.opening;
