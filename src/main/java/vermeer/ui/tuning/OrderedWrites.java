package vermeer.ui.tuning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.Work;

/** Writes one after the other in the order in which they are asked for, away from the view's thread. */
public final class OrderedWrites {
    private final String title;
    private final JobRunner runner;
    private final Consumer<Exception> onFailed;
    private final Deque<Work<Boolean>> waiting = new ArrayDeque<>();
    private boolean writing;

    /** @param title what is written, for the list of jobs */
    public OrderedWrites(String title, JobRunner runner, Consumer<Exception> onFailed) {
        this.title = title;
        this.runner = runner;
        this.onFailed = onFailed;
    }

    /** Something that writes. */
    public interface Write {
        void run() throws Exception;
    }

    /** Writes when all before it is written. */
    public void add(Write write) {
        waiting.add(progress -> {
            write.run();
            return true;
        });
        next();
    }

    private void next() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        runner.submit(new JobRequest<>(title, Lane.IO, waiting.poll(), written -> go(), failure -> {
            onFailed.accept(failure);
            go();
        }));
    }

    private void go() {
        writing = false;
        next();
    }
}
