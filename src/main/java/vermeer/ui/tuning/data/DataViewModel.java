package vermeer.ui.tuning.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.cache.DiskCache;
import vermeer.data.Dataset;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.data.inspection.Inspection;
import vermeer.data.inspection.Inspector;
import vermeer.data.inspection.KnownFacts;
import vermeer.data.label.LabelReading;
import vermeer.data.label.LabelTable;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.ui.notice.Sentence;
import vermeer.ui.tuning.DecisionsKeeper;
import vermeer.ui.tuning.Tuning;

/** The chosen folder, what was decided about it, and what comes of that. */
public final class DataViewModel {
    private final Tuning tuning;
    private final JobRunner runner;
    private final LatestJob reading;
    private final LatestJob inspecting;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Decisions> decisions = new ReadOnlyObjectWrapper<>(Decisions.standard());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Inspection> inspection = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private LabelReading inspected;
    private DecisionsKeeper keeper;
    private boolean using;

    public DataViewModel(Tuning tuning) {
        this.tuning = tuning;
        this.runner = tuning.workbench().runner();
        this.reading = new LatestJob(runner);
        this.inspecting = new LatestJob(runner);
        tuning.dataProperty().subscribe(this::follow);
        tuning.stepProperty().subscribe((before, now) -> {
            if (before.equals("data")) {
                keepSplits();
            }
            if (now.equals("data")) {
                reread();
            }
        });
    }

    /** Reads this folder, under what was decided about it before. */
    public void choose(Path chosen) {
        reading.submit(new JobRequest<>(
                "Read " + chosen.getFileName(),
                Lane.IO,
                progress -> Prepared.of(chosen, progress),
                prepared -> {
                    remember(chosen, prepared.decisions());
                    use(prepared);
                },
                failure -> refuseNew(chosen, failure)));
    }

    private void remember(Path chosen, Decisions found) {
        folder.set(chosen);
        decisions.set(found);
        inspection.set(null);
        inspected = null;
        keeper = tuning.keeper(chosen);
    }

    private void use(Prepared prepared) {
        problem.set("");
        using = true;
        tuning.use(prepared);
        using = false;
        findings.setAll(Findings.of(prepared, Optional.ofNullable(inspection.get())));
        if (inspected != prepared.reading()) {
            inspected = prepared.reading();
            inspect(prepared);
        }
    }

    /** Other steps decide too, such as to leave a picture out. */
    private void follow(Prepared prepared) {
        boolean ours = prepared != null && prepared.dataset().folder().equals(absolute(folder.get()));
        if (!using && ours) {
            // What is being applied is older than what comes.
            reading.cancel();
            decisions.set(prepared.decisions());
            findings.setAll(Findings.of(prepared, Optional.ofNullable(inspection.get())));
        }
    }

    /** Other steps, windows and commands decide too: what the file holds is newer than what is known here. */
    private void reread() {
        if (keeper != null) {
            DecisionsKeeper asked = keeper;
            asked.read(found -> {
                Decisions before = decisions.get();
                if (asked == keeper && !found.equals(before)) {
                    decisions.set(found);
                    apply(found, !found.labels().equals(before.labels()));
                }
            });
        }
    }

    private static Path absolute(Path path) {
        return path == null ? null : path.toAbsolutePath().normalize();
    }

    /** A folder whose labels cannot be read as folder names may have them elsewhere: it stays chosen, to be asked. */
    private void refuseNew(Path chosen, Exception failure) {
        remember(chosen, Decisions.standard());
        refuse(failure);
    }

    private void refuse(Exception failure) {
        problem.set(Sentence.of("Reading " + folder.get(), failure));
        inspecting.cancel();
        findings.clear();
        tuning.use(null);
    }

    private void inspect(Prepared prepared) {
        Inspector inspector = new Inspector(tuning.workbench().services().decoder());
        DiskCache cache = tuning.workbench().services().cache();
        Dataset dataset = prepared.reading().dataset();
        inspecting.submit(new JobRequest<>(
                "Look into " + dataset.pictures().size() + " photos",
                Lane.IO,
                progress -> inspector.inspect(dataset, KnownFacts.of(dataset.folder(), cache), progress),
                found -> {
                    inspection.set(found);
                    apply(decisions.get(), false);
                },
                tuning.workbench().notices().failing("Looking into the photos")));
    }

    /** Opens a table that may hold labels. */
    public void openTable(Path file, Consumer<LabelTable> onOpen, Consumer<String> onRefused) {
        runner.submit(new JobRequest<>(
                "Open " + file.getFileName(),
                Lane.IO,
                progress -> LabelTable.of(file),
                onOpen,
                failure -> onRefused.accept(Sentence.of("Opening " + file, failure))));
    }

    /** Decides something about the folder; it is kept in its file and its consequences follow. */
    public void decide(UnaryOperator<Decisions> change) {
        if (keeper == null) {
            return;
        }
        Decisions before = decisions.get();
        Decisions after = change.apply(before);
        if (!after.equals(before)) {
            decisions.set(after);
            keeper.keep(change);
            apply(after, !after.labels().equals(before.labels()));
        }
    }

    private void apply(Decisions now, boolean anew) {
        Path chosen = folder.get();
        Prepared known = tuning.dataProperty().get();
        List<List<String>> ties =
                inspection.get() == null ? List.of() : inspection.get().ties();
        reading.submit(new JobRequest<>(
                "Apply decisions",
                Lane.IO,
                progress -> known == null || anew
                        ? Prepared.of(chosen, now, progress)
                        : Prepared.of(known.reading(), now, ties),
                this::use,
                this::refuse));
    }

    /** Splits that training has seen stay as they are from then on. */
    private void keepSplits() {
        Prepared prepared = tuning.dataProperty().get();
        if (prepared != null) {
            decide(now -> now.keeping(prepared.assignments()));
        }
    }

    /** Leaves pictures out; their files stay. */
    public void leaveOut(Set<String> keys, String reason) {
        decide(now -> now.excluding(keys, reason));
    }

    /** Takes all pictures back in that were left out. */
    public void bringBack() {
        decide(now -> now.undecided(now.excluded().keySet()));
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

    /** What the pictures are like; null until they have been looked into. */
    public ReadOnlyObjectProperty<Inspection> inspectionProperty() {
        return inspection.getReadOnlyProperty();
    }

    /** What may do harm, worst first. */
    public ObservableList<Finding> findings() {
        return findings;
    }
}
