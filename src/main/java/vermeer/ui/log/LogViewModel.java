package vermeer.ui.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;

/** The end of the log, as much as a person reads. */
public final class LogViewModel {
    /** The log's name in the folder for logs. */
    static final String NAME = "vermeer.log";

    private static final int MOST_BYTES = 64 << 10;

    private final Path file;
    private final JobRunner runner;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

    /** @param folder where logs lie */
    public LogViewModel(Path folder, JobRunner runner) {
        this.file = folder.resolve(NAME);
        this.runner = runner;
    }

    /** The log's file. */
    public Path file() {
        return file;
    }

    /** The last lines, or one sentence where there are none; empty until they are read. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Reads the log as it is now. */
    public void read() {
        runner.submit(new JobRequest<>(
                "Read " + NAME,
                Lane.IO,
                progress -> end(),
                text::set,
                failure -> text.set("The log cannot be read: " + failure.getMessage() + ".")));
    }

    private String end() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long start = Math.max(0, channel.size() - MOST_BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
            while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) >= 0) {}
            String read = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return start == 0 ? read : read.substring(read.indexOf('\n') + 1);
        } catch (NoSuchFileException none) {
            return "There is no log yet.";
        }
    }
}
