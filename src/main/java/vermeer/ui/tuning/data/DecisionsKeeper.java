package vermeer.ui.tuning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;

/** Writes decisions one after the other, away from the view's thread; what comes while one is written is written next. */
final class DecisionsKeeper {
    private final DecisionsFile file;
    private final JobRunner runner;
    private final Consumer<Exception> onFailed;
    private final List<UnaryOperator<Decisions>> waiting = new ArrayList<>();
    private boolean writing;

    DecisionsKeeper(DecisionsFile file, JobRunner runner, Consumer<Exception> onFailed) {
        this.file = file;
        this.runner = runner;
        this.onFailed = onFailed;
    }

    void keep(UnaryOperator<Decisions> change) {
        waiting.add(change);
        write();
    }

    private void write() {
        if (writing || waiting.isEmpty()) {
            return;
        }
        writing = true;
        List<UnaryOperator<Decisions>> changes = List.copyOf(waiting);
        waiting.clear();
        runner.submit(new JobRequest<>(
                "Keep decisions",
                Lane.IO,
                progress -> file.change(before -> all(changes, before)),
                kept -> next(),
                failure -> {
                    onFailed.accept(failure);
                    next();
                }));
    }

    private void next() {
        writing = false;
        write();
    }

    private static Decisions all(List<UnaryOperator<Decisions>> changes, Decisions before) {
        Decisions decisions = before;
        for (UnaryOperator<Decisions> change : changes) {
            decisions = change.apply(decisions);
        }
        return decisions;
    }
}
