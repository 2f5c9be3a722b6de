/** The picture with its map: zoom and pan, overlay, colours, legend. */
package vermeer.ui.canvas;
