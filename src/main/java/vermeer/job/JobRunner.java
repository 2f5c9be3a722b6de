package vermeer.job;

/** Runs jobs on their lanes and hands their results back to the thread that owns the view. */
public interface JobRunner {

    /** Starts a job when its lane is free. */
    <T> Job submit(JobRequest<T> request);

    /** Runs an action on the thread that owns the view, after the actions delivered before it. */
    void deliver(Runnable action);
}
