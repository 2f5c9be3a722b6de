package vermeer.camera;

/**
 * What the camera worker answers when it is asked for a frame.
 *
 * @param width pixels; 0 where the video file has ended
 * @param height pixels; 0 where the video file has ended
 * @param number as in {@link VideoFrame}
 * @param rate as in {@link VideoFrame}
 */
public record FrameTaken(int width, int height, long number, double rate) {

    /** The answer after the last frame. */
    public static FrameTaken end(long number, double rate) {
        return new FrameTaken(0, 0, number, rate);
    }

    /** Whether there is no such frame because the file is shorter. */
    boolean ended() {
        return width == 0 && height == 0;
    }

    /** Whether the size is one that Vermeer takes. */
    boolean sized() {
        return width > 0
                && height > 0
                && Math.max(width, height) <= FrameReader.LARGEST_SIDE
                && (long) width * height <= FrameReader.MOST_PIXELS;
    }
}
