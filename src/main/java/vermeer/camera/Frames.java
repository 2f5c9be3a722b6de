package vermeer.camera;

import java.util.List;
import java.util.Optional;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Frames of cameras and video files: one at a time and none in store, so that who asks gets the newest.
 *
 * @apiNote Every question takes time; not to be asked on the JavaFX thread.
 */
public interface Frames extends AutoCloseable {

    /** The cameras of this computer; none where there are none. */
    List<Camera> cameras(Progress progress) throws PictureException, CancelledException;

    /**
     * Reads a frame. The source is opened with its first one and stays open until another is asked for, or until
     * {@link #release}.
     *
     * @param seconds of a file: which frame, by its time after the beginning; of a camera it is always the newest
     * @param mirrored whether left and right are exchanged
     * @return the frame; empty where the file has ended before
     * @throws PictureException where the source cannot be opened or breaks off
     */
    Optional<VideoFrame> frame(VideoSource source, double seconds, boolean mirrored, Progress progress)
            throws PictureException, CancelledException;

    /** Lets go of the camera or file that is open, if one is. */
    void release(Progress progress) throws PictureException, CancelledException;

    /** Ends whatever reads, and with it the camera. */
    @Override
    void close();
}
