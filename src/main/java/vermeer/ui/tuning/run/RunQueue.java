package vermeer.ui.tuning.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.train.RunFolder;
import vermeer.train.TrainingException;
import vermeer.ui.tuning.OrderedWrites;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.workbench.Workbench;

/**
 * The runs that the window knows: those that wait are trained one after the other, in their order. They are remembered, so that
 * a run that was not finished can go on after a restart or a crash.
 */
public final class RunQueue {
    private final Tuning tuning;
    private final Workbench workbench;
    private final Tuner tuner;
    private final RememberedRuns remembered;
    private final OrderedWrites writes;
    private final PinnedMaps maps;
    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObservableList<Run> shown = FXCollections.unmodifiableObservableList(runs);
    private final ObjectProperty<Run> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Run> active = new ReadOnlyObjectWrapper<>();
    private RunCourse course;

    RunQueue(Tuning tuning, Tuner tuner) {
        this.tuning = tuning;
        this.workbench = tuning.workbench();
        this.tuner = tuner;
        this.remembered =
                new RememberedRuns(workbench.services().folders().settings().resolve("runs.json"));
        this.writes = new OrderedWrites(
                "Remember the runs", workbench.runner(), workbench.notices().failing("Remembering the runs"));
        this.maps = new PinnedMaps(tuning, tuner);
        selected.subscribe(this::look);
        tuning.pins().all().addListener((javafx.collections.ListChangeListener<Object>) change -> explainPins());
        find();
    }

    private void look(Run run) {
        tuning.runProperty().set(run == null ? null : run.folder().path());
    }

    /** Finds the runs of earlier sessions. */
    private void find() {
        workbench
                .runner()
                .submit(new JobRequest<List<FoundRun>>(
                        "Find earlier runs",
                        Lane.IO,
                        progress -> FoundRun.all(remembered.read()),
                        this::found,
                        workbench.notices().failing("Finding earlier runs")));
    }

    private void found(List<FoundRun> before) {
        int place = 0;
        for (FoundRun each : before) {
            if (at(each.request().folder()).isEmpty()) {
                runs.add(place++, each.run());
            }
        }
        long unfinished =
                runs.stream().filter(run -> run.state() == RunState.PAUSED).count();
        if (unfinished > 0) {
            workbench
                    .notices()
                    .inform(
                            unfinished == 1
                                    ? "A training run is not finished; it can be resumed in the step Train."
                                    : unfinished + " training runs are not finished; they can be resumed in the step"
                                            + " Train.");
        }
        if (selected.get() == null) {
            runs.stream()
                    .filter(run -> run.state() == RunState.PAUSED)
                    .reduce((one, later) -> later)
                    .ifPresent(selected::set);
        }
    }

    private Optional<Run> at(String folder) {
        return runs.stream()
                .filter(run -> run.request().folder().equals(folder))
                .findFirst();
    }

    /** Takes in a run that was begun elsewhere, such as on the command line. */
    public void open(Path path) {
        RunFolder folder = new RunFolder(path);
        Optional<Run> known = at(folder.path().toString());
        if (known.isPresent()) {
            selected.set(known.get());
            return;
        }
        workbench
                .runner()
                .submit(new JobRequest<FoundRun>(
                        "Open the run in " + path.getFileName(),
                        Lane.IO,
                        progress -> FoundRun.of(RunRequest.of(folder, folder.readPlan())),
                        opened -> {
                            keep(opened.request());
                            runs.add(opened.run());
                            selected.set(opened.run());
                        },
                        workbench.notices().failing("Opening the run")));
    }

    /** Puts a new run at the end; it is trained at once where nothing else is. */
    void add(Run run) {
        runs.add(run);
        keep(run.request());
        if (active.get() == null) {
            selected.set(run);
            begin(run, false);
        } else if (selected.get() == null) {
            selected.set(run);
        }
    }

    /** Whether a folder belongs to one of the runs. */
    boolean holds(Path folder) {
        return at(folder.toAbsolutePath().normalize().toString()).isPresent();
    }

    /**
     * Trains a run that waits, is paused or failed: now where nothing else is trained, else as the next one.
     *
     * @param inexact whether it may go on where its result will differ in rounding
     */
    public void resume(Run run, boolean inexact) {
        if (run.state().busy() || run.state().finished()) {
            return;
        }
        if (active.get() == null) {
            begin(run, inexact);
            return;
        }
        run.enter(RunState.WAITING, "Waits for the run before it.");
        runs.remove(run);
        runs.add(runs.indexOf(active.get()) + 1, run);
        selected.set(run);
        keepOrder();
    }

    private void begin(Run run, boolean inexact) {
        course = course(run);
        active.set(run);
        course.begin(inexact);
    }

    private RunCourse course(Run run) {
        return new RunCourse(run, tuner, workbench, new RunCourse.Told() {
            @Override
            public void begun() {
                keep(run.request());
            }

            @Override
            public void epoch() {
                maps.follow(run);
            }

            @Override
            public void ended() {
                end(run);
            }
        });
    }

    private void end(Run run) {
        active.set(null);
        if (run.state().finished()) {
            maps.follow(run);
            if (selected.get() == run) {
                look(null);
                look(run);
            }
        }
        if (run.state() != RunState.PAUSED && run.state() != RunState.WAITING) {
            runs.stream()
                    .filter(next -> next.state() == RunState.WAITING)
                    .findFirst()
                    .ifPresent(next -> {
                        if (selected.get() == run) {
                            selected.set(next);
                        }
                        begin(next, false);
                    });
        }
    }

    /** Stops the run that is trained after its present step, and trains no other; it can go on later. */
    public void pause() {
        if (active.get() != null) {
            course.pause();
        }
    }

    /** Ends a run that is trained or paused, and keeps what was best. */
    public void stopAndKeepBest(Run run) {
        if (canStop(run)) {
            if (run != active.get()) {
                course = course(run);
                active.set(run);
            }
            course.stopAndKeepBest();
        }
    }

    /** Whether a run can be ended now with what was best kept. */
    boolean canStop(Run run) {
        boolean resting = run.state() == RunState.PAUSED || run.state() == RunState.FAILED;
        return !run.epochs().isEmpty() && (run.state() == RunState.TRAINING || resting && active.get() == null);
    }

    /** Takes a run off the list; its folder stays as it is. */
    public void remove(Run run) {
        if (run.state().busy()) {
            return;
        }
        int place = runs.indexOf(run);
        runs.remove(run);
        if (selected.get() == run) {
            selected.set(runs.isEmpty() ? null : runs.get(Math.min(place, runs.size() - 1)));
        }
        writes.add(() -> remembered.forget(run.request().folder()));
    }

    /** Whether a run can change places with a neighbour: both wait. */
    boolean canMove(Run run, int by) {
        int other = runs.indexOf(run) + by;
        return run.state() == RunState.WAITING
                && other >= 0
                && other < runs.size()
                && runs.get(other).state() == RunState.WAITING;
    }

    /** Changes places with a neighbour. */
    public void move(Run run, int by) {
        if (canMove(run, by)) {
            int place = runs.indexOf(run);
            Run chosen = selected.get();
            runs.remove(run);
            runs.add(place + by, run);
            selected.set(chosen);
            keepOrder();
        }
    }

    private void keep(RunRequest request) {
        writes.add(() -> remembered.keep(request));
    }

    private void keepOrder() {
        List<String> folders = runs.stream().map(run -> run.request().folder()).toList();
        writes.add(() -> remembered.order(folders));
    }

    private void explainPins() {
        Run run = selected.get();
        if (run != null && run.source().isPresent()) {
            maps.follow(run);
        }
    }

    /** Opens the best epoch so far where pictures are explained; the run goes on. */
    public void explainBest(Run run) {
        run.source().ifPresent(source -> workbench
                .runner()
                .submit(new JobRequest<Path>(
                        "Write the best network so far",
                        Lane.IO,
                        progress -> tuner.tuning().bestSoFar(source, run.folder()),
                        file -> {
                            workbench.opening().onModel(file);
                            tuning.explain();
                        },
                        failure -> workbench
                                .notices()
                                .fail(
                                        failure instanceof TrainingException
                                                ? failure.getMessage()
                                                : "Nothing can be opened yet."))));
    }

    /** Opens a finished run's network in the window. */
    public void openTuned(Run run) {
        workbench.opening().onModel(run.folder().model());
    }

    /** The runs, in the order in which they are trained. */
    public ObservableList<Run> runs() {
        return shown;
    }

    /** The run in sight; null where there is none. */
    public ObjectProperty<Run> selectedProperty() {
        return selected;
    }

    /** The run that is trained now; null where none is. */
    public ReadOnlyObjectProperty<Run> activeProperty() {
        return active.getReadOnlyProperty();
    }

    Tuning tuning() {
        return tuning;
    }
}
