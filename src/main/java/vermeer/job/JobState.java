package vermeer.job;

/** How far a job has come in its life. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether nothing more will come of the job. */
    public boolean finished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
