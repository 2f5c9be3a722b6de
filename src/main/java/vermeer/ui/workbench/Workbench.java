package vermeer.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vermeer.attribution.StoredMaps;
import vermeer.job.JobRunner;
import vermeer.session.RecoveryFolder;
import vermeer.ui.canvas.CanvasViewModel;
import vermeer.ui.export.ExportViewModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.method.MethodViewModel;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.Opening;
import vermeer.ui.prediction.DomainViewModel;
import vermeer.ui.prediction.PredictionViewModel;
import vermeer.ui.preference.PreferencesFile;
import vermeer.ui.preference.PreferencesViewModel;
import vermeer.ui.session.SessionFiles;
import vermeer.ui.session.SessionViews;
import vermeer.ui.session.Sessions;
import vermeer.ui.status.StatusViewModel;
import vermeer.ui.strip.StripViewModel;
import vermeer.ui.trust.Trust;

/** Puts the window's parts together, all but the nodes; runs without a toolkit. */
public final class Workbench {
    private final Services services;
    private final JobRunner runner;
    private final JobViewModel jobs;
    private final Notices notices = new Notices();
    private final PreferencesViewModel preferences;
    private final Investigation investigation;
    private final StripViewModel strip;
    private final Opening opening;
    private final PredictionViewModel prediction;
    private final MethodViewModel method;
    private final CanvasViewModel canvas;
    private final StatusViewModel status;
    private final DomainViewModel domain;
    private final ExportViewModel export;
    private final Trust trust;
    private final Sessions sessions;

    /**
     * Puts the parts together.
     *
     * @param jobs told of every job of {@code runner}
     */
    public Workbench(Services services, JobRunner runner, JobViewModel jobs) {
        this.services = services;
        this.runner = runner;
        this.jobs = jobs;
        preferences =
                new PreferencesViewModel(new PreferencesFile(services.folders().preferences()), runner, notices::warn);
        investigation =
                new Investigation(runner, Optional.of(new StoredMaps(services.cache())), notices.failing("This"));
        strip = new StripViewModel(investigation, services.decoder(), runner, notices);
        opening = new Opening(runner, services.models(), strip, investigation, notices);
        prediction = new PredictionViewModel(investigation);
        domain = new DomainViewModel(investigation, services.decoder(), runner, notices.failing("The training photos"));
        method = new MethodViewModel(investigation, services.methods());
        canvas = new CanvasViewModel(investigation, runner, preferences, notices);
        status = new StatusViewModel(investigation);
        export = new ExportViewModel(investigation, canvas::overlay, canvas.regions()::marked, runner, notices);
        trust = new Trust(investigation, method, runner);
        SessionViews views = new SessionViews(investigation, strip, method, canvas);
        RecoveryFolder recovery = RecoveryFolder.in(services.cache().folder());
        sessions = new Sessions(
                investigation, strip, opening, views, recovery, trust.findings(), services.decoder(), runner, notices);
        prediction.onClassChosen(method::chooseAny);
        opening.remember(
                path -> preferences.change(old -> old.withRecentPicture(path.toString())),
                path -> preferences.change(old -> old.withRecentModel(path.toString())));
    }

    /** Opens what the user named; where nothing was named, the samples. */
    public void start(List<Path> paths, Optional<Path> model) {
        if (SessionFiles.isSession(paths)) {
            model.ifPresent(opening::onModel);
            sessions.files().open(paths.get(0));
            return;
        }
        model.or(() -> services.samples().models().stream().findFirst()).ifPresent(opening::onModel);
        if (paths.isEmpty()) {
            strip.open(services.samples().pictures());
        } else {
            opening.onFiles(paths);
        }
    }

    public Services services() {
        return services;
    }

    public JobRunner runner() {
        return runner;
    }

    public JobViewModel jobs() {
        return jobs;
    }

    public Notices notices() {
        return notices;
    }

    public PreferencesViewModel preferences() {
        return preferences;
    }

    public Investigation investigation() {
        return investigation;
    }

    public StripViewModel strip() {
        return strip;
    }

    public Opening opening() {
        return opening;
    }

    /** Whether the picture is unlike all that the network was trained on. */
    public DomainViewModel domain() {
        return domain;
    }

    public PredictionViewModel prediction() {
        return prediction;
    }

    public MethodViewModel method() {
        return method;
    }

    public CanvasViewModel canvas() {
        return canvas;
    }

    public ExportViewModel export() {
        return export;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Trust trust() {
        return trust;
    }

    public StatusViewModel status() {
        return status;
    }
}
