package vermeer.ui.live;

import java.util.List;
import java.util.Optional;
import vermeer.camera.Camera;
import vermeer.camera.Frames;
import vermeer.camera.VideoFrame;
import vermeer.camera.VideoSource;
import vermeer.image.PictureException;
import vermeer.job.Progress;

/** A computer without a camera. */
class NoFrames implements Frames {
    @Override
    public List<Camera> cameras(Progress progress) {
        return List.of();
    }

    @Override
    public Optional<VideoFrame> frame(VideoSource source, double seconds, boolean mirrored, Progress progress)
            throws PictureException {
        throw new PictureException("The worker that reads cameras stopped.");
    }

    @Override
    public void release(Progress progress) {}

    @Override
    public void close() {}
}
