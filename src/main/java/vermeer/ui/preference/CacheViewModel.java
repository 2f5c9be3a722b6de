package vermeer.ui.preference;

import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.cache.DiskCache;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.ui.notice.Notices;

/** How large the cache is, and the way to empty it. */
public final class CacheViewModel {
    private final DiskCache cache;
    private final JobRunner runner;
    private final Notices notices;
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper("…");

    public CacheViewModel(DiskCache cache, JobRunner runner, Notices notices) {
        this.cache = cache;
        this.runner = runner;
        this.notices = notices;
        measure();
    }

    /** Where the cache lies. */
    public String folder() {
        return cache.folder().toString();
    }

    /** Size and limit for people. */
    public ReadOnlyStringProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** Removes everything that no other program holds open. */
    public void clear() {
        runner.submit(new JobRequest<>(
                "Clear the cache",
                Lane.IO,
                progress -> cache.clear(),
                freed -> {
                    notices.succeed("The cache is cleared: " + bytes(freed) + " freed.");
                    measure();
                },
                notices.failing("Clearing the cache")));
    }

    private void measure() {
        runner.submit(new JobRequest<>(
                "Measure the cache",
                Lane.IO,
                progress -> cache.size(),
                bytes -> size.set(bytes(bytes) + " of at most " + bytes(cache.limit())),
                notices.failing("Measuring the cache")));
    }

    static String bytes(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
