package vermeer.job;

import java.util.ArrayList;
import java.util.List;

/** Runs each job at once, on the thread that submits it. For tests. */
public final class DirectJobRunner implements JobRunner {
    private final List<Job> jobs = new ArrayList<>();

    @Override
    public <T> Job submit(JobRequest<T> request) {
        RunningJob<T> job = new RunningJob<>(request, this, changed -> {}, System::nanoTime);
        jobs.add(job);
        job.run();
        return job;
    }

    @Override
    public void deliver(Runnable action) {
        action.run();
    }

    /** The jobs so far, oldest first. */
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }
}
