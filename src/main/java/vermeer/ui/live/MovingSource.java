package vermeer.ui.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import vermeer.camera.Clip;
import vermeer.camera.Frames;
import vermeer.camera.VideoFrame;
import vermeer.camera.VideoSource;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.ui.investigation.OpenPicture;

/** A camera, or a video file, which runs at its own pace: frames for which there is no time are passed over. */
final class MovingSource implements LiveSource {
    private static final double NANOS = 1e9;

    private final VideoSource source;
    private final Frames frames;
    private final BooleanSupplier mirrored;
    private final LongSupplier nanoTime;
    private VideoFrame shown;
    private double played;
    private long since;
    private boolean running;
    private boolean ended;

    MovingSource(VideoSource source, Frames frames, BooleanSupplier mirrored, LongSupplier nanoTime) {
        this.source = source;
        this.frames = frames;
        this.mirrored = mirrored;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public boolean moving() {
        return true;
    }

    @Override
    public Optional<OpenPicture> next(Progress progress) throws PictureException, CancelledException {
        double at = seconds();
        if (!due(at)) {
            return Optional.empty();
        }
        Optional<VideoFrame> frame = frames.frame(source, at, mirrored.getAsBoolean(), progress);
        take(frame);
        return frame.map(taken -> OpenPicture.of(file(), taken.picture()));
    }

    /** A camera's frames are in no file; all have one name, so that a session's log of maps does not grow with them. */
    private Path file() {
        return source instanceof Clip clip ? clip.file() : Path.of("Camera");
    }

    private synchronized boolean due(double at) {
        // one that was asked for before the rest began must not open the camera again
        boolean next = !(source instanceof Clip) || shown == null || at * shown.rate() >= shown.number() + 1;
        return running && next;
    }

    private synchronized void take(Optional<VideoFrame> frame) {
        if (frame.isEmpty()) {
            ended = true;
        } else if (shown == null && !ended) {
            // the time that opening took is none of the video's
            played = 0;
            since = nanoTime.getAsLong();
        }
        shown = frame.orElse(shown);
    }

    /** How long it has been played, without the time that it stood still. */
    private synchronized double seconds() {
        if (shown == null) {
            return 0;
        }
        return played + (running ? (nanoTime.getAsLong() - since) / NANOS : 0);
    }

    @Override
    public synchronized boolean ended() {
        return ended;
    }

    @Override
    public synchronized void pause(boolean still) {
        if (still && running) {
            played = seconds();
        } else if (!still && ended) {
            ended = false;
            shown = null;
            played = 0;
        }
        running = !still;
        since = nanoTime.getAsLong();
    }
}
