/**
 * The workspace Live: the newest picture of a camera, a video or a folder that is being written to, classified and explained as it
 * comes.
 */
package vermeer.ui.live;
