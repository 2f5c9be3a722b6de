package vermeer.camera;

/**
 * What the camera worker is asked: one frame.
 *
 * @param camera the camera's number; negative for a video file
 * @param file the video file; empty for a camera
 * @param seconds which frame of a file: the one that is in sight so long after its beginning; of a camera it is the newest
 * @param mirrored whether left and right are exchanged
 * @param target where to write the frame's levels
 */
public record FrameTask(int camera, String file, double seconds, boolean mirrored, String target) {
    /** The name of the task that reads a frame; its source is opened where it is not open yet. */
    public static final String FRAME = "frame";
    /** The name of the task that finds cameras. */
    public static final String CAMERAS = "cameras";
    /** The name of the task that lets go of the source, so that the camera's light goes out. */
    public static final String RELEASE = "release";

    static FrameTask of(VideoSource source, double seconds, boolean mirrored, String target) {
        return source instanceof Camera camera
                ? new FrameTask(camera.index(), "", seconds, mirrored, target)
                : new FrameTask(-1, ((Clip) source).file().toAbsolutePath().toString(), seconds, mirrored, target);
    }
}
