package vermeer.ui.compare;

import vermeer.job.DirectJobRunner;
import vermeer.job.Job;
import vermeer.job.JobProgress;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.JobState;
import vermeer.job.Lane;

/** Runs each job at once, but for those of the compute lane while it is held: they never come to their turn. */
final class HoldingRunner implements JobRunner {
    private final DirectJobRunner direct = new DirectJobRunner();
    private boolean held;

    void hold(boolean now) {
        held = now;
    }

    @Override
    public <T> Job submit(JobRequest<T> request) {
        return held && request.lane() == Lane.COMPUTE ? new Waiting(request.title()) : direct.submit(request);
    }

    @Override
    public void deliver(Runnable action) {
        direct.deliver(action);
    }

    private static final class Waiting implements Job {
        private final String title;
        private JobState state = JobState.WAITING;

        Waiting(String title) {
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
}
