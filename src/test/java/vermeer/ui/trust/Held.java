package vermeer.ui.trust;

import vermeer.job.Job;
import vermeer.job.JobProgress;
import vermeer.job.JobState;

/** A job that waits for its turn. */
final class Held implements Job {
    private final String title;
    private JobState state = JobState.WAITING;

    Held(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public JobState state() {
        return state;
    }

    @Override
    public JobProgress progress() {
        return JobProgress.NONE;
    }

    @Override
    public void cancel() {
        state = JobState.CANCELLED;
    }
}
