package vermeer.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.job.CancelledException;
import vermeer.job.Progress;

/** Counts the drawings of a report while it is written, and stops the writing where the user cancels it. */
final class Steps {
    private final Progress progress;
    private final long total;
    private long done;

    Steps(Report report, Progress progress) {
        this.progress = progress;
        this.total = report.pictures().stream()
                .mapToLong(picture -> 1L + picture.maps().size())
                .sum();
    }

    /** Called before each drawing. */
    void next() throws IOException {
        if (progress.cancelled()) {
            throw new InterruptedIOException();
        }
        progress.report(done++, total);
    }

    /** Writes a file; where it is cancelled the old file is as it was. */
    static void write(Path file, AtomicFile.Content content) throws FileException, CancelledException {
        try {
            AtomicFile.write(file, content);
        } catch (FileException failure) {
            if (failure.getCause() instanceof InterruptedIOException) {
                throw new CancelledException();
            }
            throw failure;
        }
    }
}
