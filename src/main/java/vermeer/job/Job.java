package vermeer.job;

/** A job that was handed to a {@link JobRunner}. All methods may be called from any thread. */
public interface Job {

    String title();

    JobState state();

    JobProgress progress();

    /** Asks the job to stop. It counts as cancelled at once; its result, if one still comes, is dropped. */
    void cancel();
}
