/** The window's frame: header, menus, keys, where the panels lie, and where files are dropped. */
package vermeer.ui.shell;
