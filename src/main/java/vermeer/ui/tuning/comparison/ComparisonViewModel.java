package vermeer.ui.tuning.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.advice.DataChanges;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.EvaluatedPart;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Work;
import vermeer.train.RunFolder;
import vermeer.ui.investigation.Network;
import vermeer.ui.notice.Sentence;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.tuning.results.Judged;
import vermeer.ui.workbench.Workbench;

/** The judged network beside another one: who is better, on what, and why they differ. */
public final class ComparisonViewModel {
    private final Tuning tuning;
    private final Judged judged;
    private final EvaluatedPart part;
    private final Workbench workbench;
    private final JobRunner runner;
    private final LatestJob comparing;
    private final LatestJob mapping;
    private final ReadOnlyObjectWrapper<Pair> pair = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SideMaps> maps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper changes = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<Network> opened = Optional.empty();

    /** @param part the pictures that are compared on */
    public ComparisonViewModel(Tuning tuning, Judged judged, EvaluatedPart part) {
        this.tuning = tuning;
        this.judged = judged;
        this.part = part;
        this.workbench = tuning.workbench();
        this.runner = workbench.runner();
        this.comparing = new LatestJob(runner);
        this.mapping = new LatestJob(runner);
        listChanges();
    }

    /** Compares with the network that is open in the window, such as the one before tuning. */
    public void withOpened() {
        Network asked = workbench.investigation().networkProperty().get();
        if (asked == null || asked == judged.network()) {
            problem.set("Open the network to compare with first, or choose another run.");
            return;
        }
        compare(asked.model().name(), progress -> asked);
    }

    /** Compares with a network's file, or with what a run's folder holds. */
    public void with(Path fileOrRun) {
        Path file = Files.isDirectory(fileOrRun) ? new RunFolder(fileOrRun).model() : fileOrRun;
        compare(
                file.getFileName().toString(),
                progress -> workbench.services().models().open(file, progress));
    }

    private void compare(String name, Work<Network> opening) {
        problem.set("");
        maps.set(null);
        busy.set(true);
        Pairing pairing = new Pairing(workbench.services().decoder(), judged, part);
        comparing.submit(new JobRequest<Pair>(
                "Compare with " + name,
                Lane.COMPUTE,
                progress -> {
                    Network other = opening.run(progress.part(0, 0));
                    try {
                        return pairing.with(other, progress);
                    } catch (Exception refused) {
                        if (other != workbench.investigation().networkProperty().get()) {
                            other.model().close();
                        }
                        throw refused;
                    }
                },
                found -> {
                    busy.set(false);
                    close();
                    boolean ours = found.before().network()
                            != workbench.investigation().networkProperty().get();
                    opened = ours ? Optional.of(found.before().network()) : Optional.empty();
                    pair.set(found);
                    found.disagreements().stream().findFirst().ifPresent(this::explain);
                },
                failure -> {
                    busy.set(false);
                    problem.set(Sentence.of("Comparing with " + name, failure));
                }));
    }

    /** Draws why the two networks answer what they do for a picture. */
    public void explain(int index) {
        Pair shown = pair.get();
        mapping.submit(new JobRequest<>(
                "Maps of " + shown.pictures().get(index).file().getFileName(),
                Lane.COMPUTE,
                progress -> SideMaps.of(
                        shown,
                        index,
                        workbench.services().decoder(),
                        workbench.services().methods(),
                        progress),
                maps::set,
                workbench
                        .notices()
                        .failing("Explaining " + shown.pictures().get(index).key())));
    }

    /** Stops comparing. */
    public void cancel() {
        comparing.cancel();
        busy.set(false);
    }

    /** Frees the network that was opened for the comparison. */
    public void close() {
        mapping.cancel();
        opened.ifPresent(network -> network.close(runner, workbench.notices().failing("Closing a network")));
        opened = Optional.empty();
    }

    /** What is new in the folder since the run was trained. */
    private void listChanges() {
        Path run = tuning.runProperty().get();
        if (run == null || !new RunFolder(run).begun()) {
            return;
        }
        Prepared now = tuning.dataProperty().get();
        runner.submit(new JobRequest<>(
                "Look for new photos",
                Lane.IO,
                progress -> DataChanges.of(new RunFolder(run).readPlan(), now).sentence(),
                changes::set,
                workbench.notices().failing("Looking for new photos")));
    }

    /** Whether there is a tuned network to go on from. */
    public boolean canContinue() {
        Path run = tuning.runProperty().get();
        return run != null && Files.isRegularFile(new RunFolder(run).model());
    }

    /** Opens the run's network, so that the next run begins where it ended, and shows the step that trains. */
    public void continueFromRun() {
        workbench.opening().onModel(new RunFolder(tuning.runProperty().get()).model());
        tuning.go("train");
    }

    /** What the pair is looked at; null until the two are compared. */
    ReadOnlyObjectProperty<Pair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** The picture in sight with both maps; null until they are drawn. */
    ReadOnlyObjectProperty<SideMaps> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** What went wrong, one sentence; mostly empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What changed in the folder since the run, one sentence; empty where there is no run. */
    public ReadOnlyStringProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
