package vermeer.ui.tuning.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.job.CancelledException;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.Work;
import vermeer.model.OpenModel;
import vermeer.train.CutTrial;
import vermeer.train.CutTrials;
import vermeer.train.TrainingData;
import vermeer.train.TrainingException;
import vermeer.ui.investigation.Network;
import vermeer.ui.notice.Sentence;
import vermeer.ui.workbench.Workbench;

/** Which network to tune and where to cut it, by measurement: small heads on what each network knows at several cuts. */
public final class TrialsViewModel {
    private final Workbench workbench;
    private final ObservableList<MeasuredCut> measured = FXCollections.observableArrayList();
    private final ObservableList<String> refused = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final Deque<Candidate> left = new ArrayDeque<>();
    private TrainingData photos;
    private int all;
    private int turn;
    private Job job;

    TrialsViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /** The networks that may be measured: the one that is asked, the samples, those opened lately that are still there. */
    public List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        Set<Path> known = new LinkedHashSet<>();
        asked().ifPresent(open -> {
            known.add(whole(open.file()));
            candidates.add(new Candidate(whole(open.file()), open.name(), true));
        });
        List<Path> files = new ArrayList<>(workbench.services().samples().models());
        workbench.preferences().get().recentModels().stream().map(Path::of).forEach(files::add);
        for (Path file : files) {
            if (known.add(whole(file)) && Files.isRegularFile(file)) {
                candidates.add(new Candidate(whole(file), file.getFileName().toString(), false));
            }
        }
        return candidates;
    }

    private static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private Optional<OpenModel> asked() {
        Network network = workbench.investigation().networkProperty().get();
        return network != null && network.model() instanceof OpenModel open ? Optional.of(open) : Optional.empty();
    }

    /** Measures these networks on the training photos, one after the other. */
    void measure(List<Candidate> chosen, TrainingData data) {
        cancel();
        measured.clear();
        refused.clear();
        left.clear();
        left.addAll(chosen);
        all = chosen.size();
        photos = data;
        busy.set(true);
        next();
    }

    private void next() {
        Candidate candidate = left.poll();
        if (candidate == null) {
            busy.set(false);
            status.set(measured.isEmpty() ? "" : "Small heads, cross-validated on the training photos.");
            return;
        }
        String text = "Measuring " + candidate.name() + " (" + (all - left.size()) + " of " + all + ")";
        status.set(text + " …");
        if (candidate.asked() && asked().isPresent()) {
            measure(candidate, asked().get(), text);
            return;
        }
        step(
                "Open " + candidate.name(),
                Lane.COMPUTE,
                candidate,
                progress -> {
                    Network network = workbench.services().models().open(candidate.file(), progress);
                    // The graph is what counts; the sessions are not needed.
                    network.model().close();
                    if (network.model() instanceof OpenModel open) {
                        return open;
                    }
                    throw new TrainingException("'" + candidate.name() + "' cannot be trained.");
                },
                open -> measure(candidate, open, text));
    }

    private void measure(Candidate candidate, OpenModel model, String text) {
        int now = turn;
        step(
                text,
                Lane.IO,
                candidate,
                progress -> new CutTrials(
                                workbench.services().models().engine(),
                                workbench.services().decoder())
                        .of(model, photos, new StatusProgress(progress, done -> workbench
                                .runner()
                                .deliver(() -> say(now, text + " … " + Math.round(100 * done) + " %")))),
                trials -> {
                    trials.forEach(trial -> measured.add(new MeasuredCut(candidate, trial)));
                    next();
                });
    }

    private void say(int when, String text) {
        if (when == turn && busy.get()) {
            status.set(text);
        }
    }

    private <T> void step(String title, Lane lane, Candidate candidate, Work<T> work, Consumer<T> done) {
        int now = turn;
        Work<T> noticed = progress -> {
            try {
                return work.run(progress);
            } catch (CancelledException cancelled) {
                workbench.runner().deliver(() -> {
                    if (now == turn) {
                        cancel();
                    }
                });
                throw cancelled;
            }
        };
        job = workbench.runner().submit(new JobRequest<T>(title, lane, noticed, done, failure -> {
            refused.add(candidate.name() + ": " + Sentence.of("Measuring it", failure));
            next();
        }));
    }

    /** Stops measuring; what is measured stays. */
    public void cancel() {
        if (busy.get()) {
            turn++;
            left.clear();
            if (job != null) {
                job.cancel();
            }
            busy.set(false);
            status.set("Stopped; what was measured so far stays.");
        }
    }

    /** Takes the table away, because it is of other photos. */
    void forget() {
        cancel();
        measured.clear();
        refused.clear();
        status.set("");
    }

    /** The row to follow; empty while there are none. */
    public Optional<MeasuredCut> proposed() {
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        CutTrial best =
                CutTrials.proposed(measured.stream().map(MeasuredCut::trial).toList());
        return measured.stream().filter(row -> row.trial() == best).findFirst();
    }

    /** What is measured so far. */
    public ObservableList<MeasuredCut> measured() {
        return measured;
    }

    /** The networks that could not be measured, each with the reason in a sentence. */
    public ObservableList<String> refused() {
        return refused;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is going on, one sentence. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
