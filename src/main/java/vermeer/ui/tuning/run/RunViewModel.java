package vermeer.ui.tuning.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vermeer.data.decision.Prepared;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.OpenModel;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.train.FineTuning;
import vermeer.train.RunFolder;
import vermeer.train.TrainingData;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;
import vermeer.ui.investigation.Network;
import vermeer.ui.tuning.Tuning;

/** What the next run will be; the runs themselves are in its queue. */
public final class RunViewModel {
    private final Tuning tuning;
    private final Tuner tuner;
    private final CutsViewModel cuts = new CutsViewModel();
    private final RunQueue queue;
    private final RatesViewModel rates;
    private final TrialsViewModel trials;
    private final LatestJob analysing;
    private final ReadOnlyObjectWrapper<TrainingSettings> settings =
            new ReadOnlyObjectWrapper<>(new TrainingSettings());
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty target = new SimpleStringProperty("");

    public RunViewModel(Tuning tuning) {
        this.tuning = tuning;
        this.tuner = new Tuner(tuning.workbench().services());
        this.queue = new RunQueue(tuning, tuner);
        this.rates = new RatesViewModel(tuning.workbench(), tuner);
        this.trials = new TrialsViewModel(tuning.workbench());
        this.analysing = new LatestJob(tuning.workbench().runner());
        tuning.dataProperty().subscribe(data -> {
            trials.forget();
            analyse();
        });
        tuning.workbench().investigation().networkProperty().subscribe(network -> analyse());
    }

    /** Looks where the network can be cut. */
    private void analyse() {
        Prepared data = tuning.dataProperty().get();
        Optional<OpenModel> model = model();
        rates.forget();
        missing.set(
                data == null
                        ? "Choose a folder of labelled photos first."
                        : model.isEmpty() ? "Open a network first; an ONNX file, for instance." : "");
        if (!missing.get().isEmpty()) {
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

    /** A folder beside the photos that no run has. */
    private String proposedTarget(Path photos) {
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss").format(LocalDateTime.now());
        String name = photos.getFileName() + "-tuned-" + time;
        Path proposed = photos.resolveSibling(name);
        for (int i = 2; queue.holds(proposed); i++) {
            proposed = photos.resolveSibling(name + "-" + i);
        }
        return proposed.toString();
    }

    /** Adds a run as it is set up; it begins at once where no other is trained. */
    public void start() {
        problem.set("");
        Optional<OpenModel> model = model();
        Prepared data = tuning.dataProperty().get();
        if (model.isEmpty() || data == null || cuts.cutsProperty().isEmpty()) {
            return;
        }
        Optional<RunFolder> folder = folder();
        if (folder.isEmpty()) {
            return;
        }
        OpenModel source = model.get();
        Cut cut = cuts.cut();
        RunRequest request = new RunRequest(
                source.name(),
                source.file().toAbsolutePath().toString(),
                data.dataset().folder().toString(),
                cut.value(),
                cut.headOnly() ? Cut.HEAD : cut.name(),
                Settings.texts(settings.get()),
                folder.get().path().toString(),
                false);
        queue.add(new Run(request, source, data));
        target.set(proposedTarget(data.dataset().folder()));
    }

    private Optional<RunFolder> folder() {
        try {
            RunFolder chosen = new RunFolder(Path.of(target.get().strip()));
            if (target.get().isBlank()) {
                problem.set("Name a folder for the run.");
                return Optional.empty();
            }
            if (chosen.begun() || queue.holds(chosen.path())) {
                problem.set("The folder '" + chosen.path() + "' holds a run already; name another one.");
                return Optional.empty();
            }
            return Optional.of(chosen);
        } catch (InvalidPathException impossible) {
            problem.set("'" + target.get() + "' cannot be the name of a folder; name another one.");
            return Optional.empty();
        }
    }

    /** Looks for a learning rate at the chosen cut. */
    public void findRate() {
        Prepared data = tuning.dataProperty().get();
        if (model().isPresent() && data != null && !cuts.cutsProperty().isEmpty()) {
            rates.find(model().get(), cuts.cut(), TrainingData.of(data), settings.get());
        }
    }

    /** Takes a learning rate, rounded to two digits. */
    public void takeRate(double rate) {
        change("learning-rate", String.format(Locale.ROOT, "%.1e", rate));
    }

    /** Measures these networks at several cuts. */
    public void measure(List<Candidate> chosen) {
        Prepared data = tuning.dataProperty().get();
        if (data != null && !chosen.isEmpty()) {
            trials.measure(chosen, TrainingData.of(data));
        }
    }

    /** Takes a measured network and cut for the next run; another network is opened. */
    public void take(MeasuredCut row) {
        boolean there = model().map(open -> open.file()
                        .toAbsolutePath()
                        .normalize()
                        .equals(row.candidate().file()))
                .orElse(false);
        cuts.want(row.trial().cut().value());
        if (!there) {
            tuning.workbench().opening().onModel(row.candidate().file());
        }
    }

    /** Sets up the next run as another one was. */
    public void takeSettings(Run run) {
        run.request().settings().forEach(this::change);
        cuts.want(run.request().cut());
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

    public Tuning tuning() {
        return tuning;
    }

    public CutsViewModel cuts() {
        return cuts;
    }

    /** The runs so far. */
    public RunQueue queue() {
        return queue;
    }

    /** The search for a learning rate. */
    public RatesViewModel rates() {
        return rates;
    }

    /** The measurement of networks and cuts. */
    public TrialsViewModel trials() {
        return trials;
    }

    /** The folder that the next run is written to, as text. */
    public StringProperty targetProperty() {
        return target;
    }

    public ReadOnlyObjectProperty<TrainingSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Why no run can be set up yet, one sentence; empty when one can. */
    public ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Why the next run cannot begin, one sentence; mostly empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The settings that most people change, by name. */
    static List<String> usual() {
        return List.of("epochs", "learning-rate", "balancing", "patience", "seed");
    }
}
