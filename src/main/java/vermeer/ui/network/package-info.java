/**
 * The workspace Network: the architecture as a diagram of blocks that open, and for the chosen part its weights, what it makes
 * of the picture in sight, and what its channels answer to in a folder.
 */
package vermeer.ui.network;
