package vermeer.image;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/**
 * Looks at the clock and at the user while a picture is read, from inside the reader: on every read of the file and on every
 * row that it reports. No second thread is needed.
 */
final class Watch implements IIOReadProgressListener {
    private static final int PERCENT = 100;

    private final Progress progress;
    private final long start = System.nanoTime();
    private final long allowed;

    Watch(Progress progress, Duration deadline) {
        this.progress = progress;
        this.allowed = deadline.toNanos();
    }

    boolean late() {
        return System.nanoTime() - start > allowed;
    }

    private boolean stopped() {
        return progress.cancelled() || late();
    }

    /** For the stream that a reader reads; the reader passes the exception on. */
    void check() throws IOException {
        if (stopped()) {
            throw new IOException("reading was stopped");
        }
    }

    /** After reading: whether it was stopped, and by whom. */
    void finish() throws CancelledException, LateException {
        progress.checkCancelled();
        if (late()) {
            throw new LateException();
        }
    }

    /** The deadline passed. */
    static final class LateException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        progress.report(Math.round(percentageDone), PERCENT);
        if (stopped()) {
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
