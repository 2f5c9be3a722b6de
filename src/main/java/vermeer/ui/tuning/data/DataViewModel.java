package vermeer.ui.tuning.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.DecisionsFile;
import vermeer.data.decision.Prepared;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.notice.Sentence;
import vermeer.ui.tuning.Tuning;

/** The chosen folder, what was decided about it, and what comes of that. */
public final class DataViewModel {
    private final Tuning tuning;
    private final JobRunner runner;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Decisions> decisions = new ReadOnlyObjectWrapper<>(Decisions.standard());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private DecisionsKeeper keeper;

    public DataViewModel(Tuning tuning) {
        this.tuning = tuning;
        this.runner = tuning.workbench().runner();
        this.reading = new LatestJob(runner);
    }

    /** Reads this folder, under what was decided about it before. */
    public void choose(Path chosen) {
        reading.submit(new JobRequest<>(
                "Read " + chosen.getFileName(),
                Lane.IO,
                progress -> Prepared.of(chosen, progress),
                prepared -> {
                    show(chosen, prepared.decisions());
                    use(prepared);
                },
                failure -> refuse(chosen, failure)));
    }

    private void show(Path chosen, Decisions found) {
        folder.set(chosen);
        decisions.set(found);
        keeper = new DecisionsKeeper(
                new DecisionsFile(chosen), runner, tuning.workbench().notices().failing("Keeping decisions"));
    }

    private void use(Prepared prepared) {
        problem.set("");
        tuning.use(prepared);
    }

    private void refuse(Path chosen, Exception failure) {
        folder.set(chosen);
        problem.set(Sentence.of("Reading " + chosen, failure));
        tuning.use(null);
    }

    /** Decides something about the folder; it is kept in its file and its consequences follow. */
    public void decide(UnaryOperator<Decisions> change) {
        if (folder.get() == null || keeper == null) {
            return;
        }
        Decisions before = decisions.get();
        Decisions after = change.apply(before);
        if (after.equals(before)) {
            return;
        }
        decisions.set(after);
        keeper.keep(change);
        Path chosen = folder.get();
        Prepared known = tuning.dataProperty().get();
        boolean same = known != null && after.labels().equals(before.labels());
        reading.submit(new JobRequest<>(
                "Apply decisions",
                Lane.IO,
                progress ->
                        same ? Prepared.of(known.reading(), after, List.of()) : Prepared.of(chosen, after, progress),
                this::use,
                failure -> refuse(chosen, failure)));
    }

    public Tuning tuning() {
        return tuning;
    }

    /** Null until one is chosen. */
    public ReadOnlyObjectProperty<Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** What is decided about the folder. */
    public ReadOnlyObjectProperty<Decisions> decisionsProperty() {
        return decisions.getReadOnlyProperty();
    }

    /** Why the folder cannot be used, one sentence; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
