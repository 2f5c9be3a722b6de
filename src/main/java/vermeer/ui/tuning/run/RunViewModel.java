package vermeer.ui.tuning.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.data.decision.Prepared;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.train.EpochReport;
import vermeer.train.EventLog;
import vermeer.train.FineTuning;
import vermeer.train.JoinCheck;
import vermeer.train.RunFolder;
import vermeer.train.RunOutcome;
import vermeer.train.RunSummary;
import vermeer.train.TrainingData;
import vermeer.train.TrainingException;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;
import vermeer.ui.investigation.Network;
import vermeer.ui.tuning.Tuning;

/** One run: what it will be, how it goes, what came of it. */
public final class RunViewModel {
    private final Tuning tuning;
    private final Tuner tuner;
    private final CutsViewModel cuts = new CutsViewModel();
    private final LatestJob analysing;
    private final ReadOnlyObjectWrapper<TrainingSettings> settings =
            new ReadOnlyObjectWrapper<>(new TrainingSettings());
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<JoinCheck> result = new ReadOnlyObjectWrapper<>();
    private final StringProperty target = new SimpleStringProperty("");
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final ObservableList<EpochReport> shownEpochs = FXCollections.unmodifiableObservableList(epochs);
    private Job job;
    private RunFolder folder;
    private OpenModel source;
    private double seconds;

    public RunViewModel(Tuning tuning) {
        this.tuning = tuning;
        this.tuner = new Tuner(tuning.workbench().services());
        this.analysing = new LatestJob(tuning.workbench().runner());
        tuning.dataProperty().subscribe(data -> analyse());
        tuning.workbench().investigation().networkProperty().subscribe(network -> analyse());
    }

    /** Looks where the network can be cut. */
    private void analyse() {
        Prepared data = tuning.dataProperty().get();
        Optional<OpenModel> model = model();
        missing.set(
                data == null
                        ? "Choose a folder of labelled photos first."
                        : model.isEmpty() ? "Open a network first; an ONNX file, for instance." : "");
        if (state.get().busy() || !missing.get().isEmpty()) {
            return;
        }
        TrainingData photos = TrainingData.of(data);
        target.set(proposedTarget(data.dataset().folder()));
        change("balancing", data.decisions().balance().balancing().name());
        int classes = Math.max(2, data.dataset().classes().size());
        analysing.submit(new JobRequest<>(
                "Look where the network can be cut",
                Lane.IO,
                progress -> FineTuning.cuts(FineTuning.backbone(model.get()), classes),
                found -> {
                    problem.set("");
                    cuts.show(found, photos.forms().size(), tuner.cacheLimit());
                },
                failure -> problem.set(failure.getMessage())));
    }

    private Optional<OpenModel> model() {
        Network network = tuning.workbench().investigation().networkProperty().get();
        return network != null && network.model() instanceof OpenModel open ? Optional.of(open) : Optional.empty();
    }

    private static String proposedTarget(Path photos) {
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").format(LocalDateTime.now());
        return photos.resolveSibling(photos.getFileName() + "-tuned-" + time).toString();
    }

    /** Begins a run. */
    public void start() {
        Optional<OpenModel> model = model();
        Prepared data = tuning.dataProperty().get();
        if (state.get().busy()
                || model.isEmpty()
                || data == null
                || cuts.cutsProperty().isEmpty()) {
            return;
        }
        RunFolder chosen = new RunFolder(Path.of(target.get().strip()));
        if (chosen.begun()) {
            problem.set("The folder '" + chosen.path() + "' holds a run already; name another one.");
            return;
        }
        source = model.get();
        folder = chosen;
        seconds = 0;
        epochs.clear();
        result.set(null);
        Cut cut = cuts.cut();
        TrainingSettings now = settings.get();
        state.set(RunState.PREPARING);
        run(
                "Look at the photos",
                progress -> {
                    TrainingData photos = TrainingData.of(data);
                    photos.check();
                    return tuner.tuning()
                            .prepare(source, cut, photos, now, folder, watched("Looking at the photos", progress));
                },
                unreadable -> {
                    if (!unreadable.isEmpty()) {
                        tuning.workbench()
                                .notices()
                                .warn(unreadable.size() + " photos cannot be read and are left out; the first: "
                                        + unreadable.get(0).reason());
                    }
                    train();
                });
    }

    private void train() {
        state.set(RunState.TRAINING);
        tuning.runProperty().set(folder.path());
        long started = System.nanoTime();
        run("Train", progress -> tuner.tuning().train(folder, this::event, watched("", progress)), outcome -> {
            seconds += (System.nanoTime() - started) / 1e9;
            join(outcome);
        });
    }

    private void event(JsonNode line) {
        if (!line.path("event").asText().equals("epoch")) {
            return;
        }
        tuning.workbench().runner().deliver(() -> {
            try {
                EpochReport report = EventLog.epoch(line);
                epochs.removeIf(before -> before.epoch() >= report.epoch());
                epochs.add(report);
                status.set(RunTexts.epoch(report));
            } catch (TrainingException damaged) {
                problem.set(damaged.getMessage());
            }
        });
    }

    private void join(RunOutcome outcome) {
        state.set(RunState.JOINING);
        status.set("Joining the parts and checking the model …");
        run(
                "Join the tuned model",
                progress -> {
                    JoinCheck check = tuner.tuning().finish(source, folder, progress);
                    RunSummary.write(folder, outcome, check, seconds);
                    return check;
                },
                check -> {
                    state.set(RunState.DONE);
                    status.set(outcome.sentence() + " The network is " + folder.model() + "."
                            + check.zip().map(zip -> " " + zip.sentence()).orElse(""));
                    result.set(check);
                    target.set(
                            proposedTarget(tuning.dataProperty().get().dataset().folder()));
                    tuning.runProperty().set(null);
                    tuning.runProperty().set(folder.path());
                });
    }

    /** Stops after the present step; the run can go on later. */
    public void pause() {
        if (state.get() == RunState.TRAINING) {
            job.cancel();
            state.set(RunState.PAUSED);
            status.set("Paused. The run goes on where it stopped, today or later.");
        } else if (state.get() == RunState.PREPARING) {
            job.cancel();
            state.set(RunState.IDLE);
            status.set("");
        }
    }

    /** Goes on with a paused run. */
    public void resume() {
        if (state.get() != RunState.PAUSED) {
            return;
        }
        state.set(RunState.PREPARING);
        run(
                "Go on with the run",
                progress -> {
                    tuner.tuning().readyAgain(source, folder, false, progress);
                    return true;
                },
                ready -> train());
    }

    /** Ends the run and keeps what was best. */
    public void stopAndKeepBest() {
        if (state.get() == RunState.TRAINING) {
            pause();
        }
        if (state.get() == RunState.PAUSED) {
            int best = epochs.stream()
                    .filter(EpochReport::best)
                    .mapToInt(EpochReport::epoch)
                    .max()
                    .orElse(0);
            join(new RunOutcome(
                    "stopped", "Stopped; the weights of epoch " + best + " are kept.", epochs.size(), best));
        }
    }

    /** Opens the best epoch so far in the window; the run goes on. */
    public void openBestSoFar() {
        OpenModel began = source;
        RunFolder of = folder;
        tuning.workbench()
                .runner()
                .submit(new JobRequest<>(
                        "Write the best network so far",
                        Lane.IO,
                        progress -> tuner.tuning().bestSoFar(began, of),
                        file -> tuning.workbench().opening().onModel(file),
                        failure -> problem.set(failure.getMessage())));
    }

    /** Opens the tuned model in the window. */
    public void openTuned() {
        tuning.workbench().opening().onModel(folder.model());
    }

    /** Changes a setting; the problem as a sentence, where it is none. */
    public Optional<String> change(String name, String value) {
        try {
            settings.set(Settings.apply(settings.get(), Map.of(name, value)));
            return Optional.empty();
        } catch (SettingException wrong) {
            return Optional.of(wrong.getMessage());
        }
    }

    private <T> void run(String title, vermeer.job.Work<T> work, java.util.function.Consumer<? super T> done) {
        problem.set("");
        job = tuning.workbench().runner().submit(new JobRequest<>(title, Lane.IO, work, done, failure -> {
            problem.set(failure.getMessage());
            state.set(state.get() == RunState.TRAINING ? RunState.PAUSED : RunState.IDLE);
            status.set("");
        }));
    }

    /** Tells how far a part of the work is. */
    private Progress watched(String text, Progress progress) {
        return new StatusProgress(progress, share -> {
            if (!text.isEmpty()) {
                tuning.workbench().runner().deliver(() -> status.set(text + " … " + Math.round(100 * share) + " %"));
            }
        });
    }

    public Tuning tuning() {
        return tuning;
    }

    public CutsViewModel cuts() {
        return cuts;
    }

    /** The folder that the run is written to, as text. */
    public StringProperty targetProperty() {
        return target;
    }

    public ReadOnlyObjectProperty<TrainingSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why nothing can be trained yet, one sentence; empty when it can. */
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** What is going on, one sentence. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What went wrong last, one sentence; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What came of the run; null while there is nothing. */
    public ReadOnlyObjectProperty<JoinCheck> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The epochs so far. */
    public ObservableList<EpochReport> epochs() {
        return shownEpochs;
    }

    /** The settings that most people change, by name. */
    static List<String> usual() {
        return List.of("epochs", "learning-rate", "balancing", "patience", "seed");
    }
}
