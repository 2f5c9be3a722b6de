package vermeer.job;

/** Where a job runs. */
public enum Lane {
    /** One thread, which owns the engine's sessions; jobs wait for each other. */
    COMPUTE,
    /** A few threads for files and pictures. */
    IO
}
