package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;

/**
 * Writes the decisions of a folder one after the other, away from the view's thread; what comes while one is written is written
 * next. All steps write through the same one, so that what is read after a change holds it. To be used from the view's thread.
 */
public final class DecisionsKeeper {
    private final DecisionsFile file;
    private final JobRunner runner;
    private final Consumer<Exception> onFailed;
    private final List<UnaryOperator<Decisions>> waiting = new ArrayList<>();
    private final List<Consumer<Decisions>> asking = new ArrayList<>();
    private boolean busy;

    DecisionsKeeper(Path folder, JobRunner runner, Consumer<Exception> onFailed) {
        this.file = new DecisionsFile(folder);
        this.runner = runner;
        this.onFailed = onFailed;
    }

    /** Changes what the file holds. */
    public void keep(UnaryOperator<Decisions> change) {
        waiting.add(change);
        next();
    }

    /** Tells what the file holds once all changes so far are in it. */
    public void read(Consumer<Decisions> onRead) {
        asking.add(onRead);
        next();
    }

    private void next() {
        if (busy) {
            return;
        }
        if (!waiting.isEmpty()) {
            busy = true;
            List<UnaryOperator<Decisions>> changes = List.copyOf(waiting);
            waiting.clear();
            submit("Keep decisions", () -> file.change(before -> all(changes, before)), kept -> {});
        } else if (!asking.isEmpty()) {
            busy = true;
            submit("Read decisions", file::read, this::tell);
        }
    }

    private interface Access {
        Decisions run() throws Exception;
    }

    private void submit(String title, Access access, Consumer<Decisions> done) {
        runner.submit(new JobRequest<>(
                title,
                Lane.IO,
                progress -> access.run(),
                decisions -> {
                    busy = false;
                    done.accept(decisions);
                    next();
                },
                failure -> {
                    busy = false;
                    asking.clear();
                    onFailed.accept(failure);
                    next();
                }));
    }

    /** What was decided while the file was read is not in it yet, and it is read again. */
    private void tell(Decisions decisions) {
        if (waiting.isEmpty()) {
            List<Consumer<Decisions>> told = List.copyOf(asking);
            asking.clear();
            told.forEach(each -> each.accept(decisions));
        }
    }

    private static Decisions all(List<UnaryOperator<Decisions>> changes, Decisions before) {
        Decisions decisions = before;
        for (UnaryOperator<Decisions> change : changes) {
            decisions = change.apply(decisions);
        }
        return decisions;
    }
}
