package vermeer.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.worker.Purpose;
import vermeer.worker.Worker;
import vermeer.worker.WorkerException;

/**
 * Reads frames in a worker process, which starts with the first question and is killed where a driver or a file makes it hang.
 */
public final class FrameReader implements Frames {
    /** The longest side of a frame, in pixels. */
    public static final int LARGEST_SIDE = 8192;
    /** The most pixels of a frame: 8K. */
    public static final int MOST_PIXELS = 1 << 25;

    /** Some cameras take several seconds to start. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Worker worker = new Worker(Purpose.CAMERA);

    @Override
    public List<Camera> cameras(Progress progress) throws PictureException, CancelledException {
        try {
            return worker.call(FrameTask.CAMERAS, Map.of(), CameraList.class, DEADLINE, progress)
                    .cameras();
        } catch (WorkerException e) {
            throw new PictureException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<VideoFrame> frame(VideoSource source, double seconds, boolean mirrored, Progress progress)
            throws PictureException, CancelledException {
        Path target = null;
        try {
            target = Files.createTempFile("vermeer-frame-", ".rgb");
            FrameTaken taken = worker.call(
                    FrameTask.FRAME,
                    FrameTask.of(source, seconds, mirrored, target.toString()),
                    FrameTaken.class,
                    DEADLINE,
                    progress);
            return taken.ended() ? Optional.empty() : Optional.of(read(source, taken, target));
        } catch (WorkerException e) {
            throw new PictureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new PictureException(
                    "A frame of " + source.name() + " cannot be handed over: " + e.getMessage() + "; try again.", e);
        } finally {
            if (target != null) {
                target.toFile().delete();
            }
        }
    }

    private static VideoFrame read(VideoSource source, FrameTaken taken, Path file)
            throws IOException, PictureException {
        if (!taken.sized()) {
            throw new PictureException("A frame of " + source.name() + " has " + taken.width() + " x " + taken.height()
                    + " pixels, which is more than Vermeer takes; choose a smaller size in the camera's settings.");
        }
        if (Files.size(file) != 3L * taken.width() * taken.height()) {
            throw new PictureException("A frame of " + source.name() + " is incomplete; try again.");
        }
        return new VideoFrame(
                Picture.of(taken.width(), taken.height(), Files.readAllBytes(file)), taken.number(), taken.rate());
    }

    @Override
    public void release(Progress progress) throws PictureException, CancelledException {
        try {
            worker.call(FrameTask.RELEASE, Map.of(), Boolean.class, DEADLINE, progress);
        } catch (WorkerException e) {
            throw new PictureException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
