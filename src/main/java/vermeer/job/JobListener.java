package vermeer.job;

/** Told, on the thread of {@link JobRunner#deliver}, when a job changes its state or has come further. */
@FunctionalInterface
public interface JobListener {
    void changed(Job job);
}
