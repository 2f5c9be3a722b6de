package vermeer.ui.notice;

import java.nio.file.Path;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.Progress;

/** Writes files away from the window's thread, and tells the user where they are or why not. */
public record Saving(JobRunner runner, Notices notices) {

    /** What writes a file. */
    @FunctionalInterface
    public interface Writer {
        /** @throws Exception whose message is one sentence for the user */
        void write(Path file, Progress progress) throws Exception;
    }

    /** Writes a file. */
    public void save(Path file, Writer writer) {
        runner.submit(new JobRequest<>(
                "Write " + file.getFileName(),
                Lane.IO,
                progress -> {
                    writer.write(file, progress);
                    return file;
                },
                written -> notices.succeed("Saved as " + written + "."),
                notices.failing("Writing " + file.getFileName())));
    }
}
