/** Handing maps on: as a picture with its legend, as raw values, through the clipboard. */
package vermeer.ui.export;
