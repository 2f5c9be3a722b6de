package vermeer.camera;

import vermeer.image.Picture;

/**
 * One picture of a moving one.
 *
 * @param number its place in a video file, from 0; of a camera, how many frames came before it
 * @param rate frames a second that the source says it has; of a camera that does not say, 0
 */
public record VideoFrame(Picture picture, long number, double rate) {}
