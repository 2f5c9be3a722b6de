package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;

/** Small pictures of files, read when they are first asked for; the last ones asked for are kept. */
public final class Thumbnails {
    private static final int SIDE = 128;
    private static final int KEPT = 600;

    private final Decoder decoder;
    private final JobRunner runner;
    private final Map<Path, ReadOnlyObjectWrapper<Picture>> known = new LinkedHashMap<>(16, 0.75f, true);

    public Thumbnails(Decoder decoder, JobRunner runner) {
        this.decoder = decoder;
        this.runner = runner;
    }

    /** A file's picture with its longer side at most 128 pixels; null until it is read, and where it cannot be. */
    public ReadOnlyObjectProperty<Picture> of(Path file) {
        ReadOnlyObjectWrapper<Picture> thumbnail = known.get(file);
        if (thumbnail == null) {
            thumbnail = new ReadOnlyObjectWrapper<>();
            known.put(file, thumbnail);
            forgetOldest();
            runner.submit(new JobRequest<>(
                    "Read " + file.getFileName(),
                    Lane.IO,
                    progress -> decoder.decode(file, progress).fitting(SIDE),
                    thumbnail::set,
                    unreadable -> {}));
        }
        return thumbnail.getReadOnlyProperty();
    }

    private void forgetOldest() {
        var oldest = known.keySet().iterator();
        while (known.size() > KEPT) {
            oldest.next();
            oldest.remove();
        }
    }
}
