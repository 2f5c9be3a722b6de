/** Nodes that several panels share. */
package vermeer.ui.control;
