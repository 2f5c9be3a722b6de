package vermeer.camera.capture;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import vermeer.camera.FrameReader;
import vermeer.camera.FrameTaken;
import vermeer.camera.FrameTask;
import vermeer.worker.WorkerException;

/** An open camera or video file. */
final class Capture implements AutoCloseable {
    /** A file that does not say how fast it is to be shown. */
    private static final double USUAL_RATE = 25;

    private static final double FASTEST = 1000;
    /** A frame that came sooner than this had been waiting in the driver, and a newer one is behind it. */
    private static final long WAITED_NANOS = 4_000_000;

    private static final int MOST_WAITING = 8;

    private final FrameTask source;
    private final VideoCapture video;
    private final Mat frame = new Mat();
    private final double rate;
    private long number = -1;

    private Capture(FrameTask source, VideoCapture video) {
        this.source = source;
        this.video = video;
        double said = video.get(opencv_videoio.CAP_PROP_FPS);
        boolean sensible = said > 0 && said <= FASTEST;
        this.rate = sensible ? said : isCamera() ? 0 : USUAL_RATE;
    }

    /** @throws WorkerException where it cannot be opened, with what to do */
    static Capture open(FrameTask task) throws WorkerException {
        return new Capture(task, task.camera() >= 0 ? Devices.open(task.camera()) : Videos.open(Path.of(task.file())));
    }

    private boolean isCamera() {
        return source.camera() >= 0;
    }

    /** Whether a task's frame can be had of this without opening anything: same source, and not before where it is. */
    boolean serves(FrameTask task) {
        return task.camera() == source.camera()
                && task.file().equals(source.file())
                && (isCamera() || due(task.seconds()) >= number);
    }

    private long due(double seconds) {
        // a time computed from a frame's number must not round down to the frame before
        return (long) Math.floor(seconds * rate + 1e-6);
    }

    /** Writes a frame's levels to a file. */
    FrameTaken take(double seconds, boolean mirrored, Path target) throws WorkerException, IOException {
        boolean there = isCamera() ? grabNewest() : grab(due(seconds));
        if (!there && isCamera()) {
            throw new WorkerException("The camera gives no pictures any more; plug it in again and choose it anew, or"
                    + " follow a folder instead.");
        }
        if (!there) {
            return FrameTaken.end(number, rate);
        }
        if (!video.retrieve(frame) || frame.empty()) {
            throw new WorkerException(isCamera() ? "The camera gave an empty picture; choose it again." : damaged());
        }
        if (frame.cols() > FrameReader.LARGEST_SIDE
                || frame.rows() > FrameReader.LARGEST_SIDE
                || (long) frame.cols() * frame.rows() > FrameReader.MOST_PIXELS) {
            throw new WorkerException("A frame has " + frame.cols() + " x " + frame.rows()
                    + " pixels, which is more than Vermeer takes; make them smaller first.");
        }
        Levels.write(frame, mirrored, target);
        return new FrameTaken(frame.cols(), frame.rows(), number, rate);
    }

    private String damaged() {
        return Path.of(source.file()).getFileName() + " is damaged at frame " + number + "; choose another video.";
    }

    private boolean grabNewest() {
        for (int i = 0; i < MOST_WAITING; i++) {
            long began = System.nanoTime();
            if (!video.grab()) {
                return false;
            }
            number++;
            if (System.nanoTime() - began > WAITED_NANOS) {
                return true;
            }
        }
        return true;
    }

    private boolean grab(long wanted) {
        while (number < wanted) {
            if (!video.grab()) {
                return false;
            }
            number++;
        }
        return true;
    }

    @Override
    public void close() {
        frame.close();
        video.release();
        video.close();
    }
}
