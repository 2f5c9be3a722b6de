package vermeer.job;

/** One panel's live job: a new request cancels the old one. To be used from one thread. */
public final class LatestJob {
    private final JobRunner runner;
    private Job job;

    public LatestJob(JobRunner runner) {
        this.runner = runner;
    }

    /** Cancels the job before, if it still runs, and starts this one. */
    public <T> Job submit(JobRequest<T> request) {
        cancel();
        job = runner.submit(request);
        return job;
    }

    /** Whether the last job still waits or runs. */
    public boolean busy() {
        return job != null && !job.state().finished();
    }

    public void cancel() {
        if (busy()) {
            job.cancel();
        }
        job = null;
    }
}
