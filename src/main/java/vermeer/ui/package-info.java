/**
 * The window. {@link vermeer.ui.VermeerWindow} starts it, {@link vermeer.ui.workbench.Workbench} puts it together, {@link
 * vermeer.ui.shell.Shell} lays it out; each panel has a package with a View (nodes) and a ViewModel (state, no nodes).
 */
package vermeer.ui;
