package vermeer.ui.tuning.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import vermeer.data.decision.Prepared;
import vermeer.engine.EngineException;
import vermeer.job.CancelledException;
import vermeer.job.Job;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.Progress;
import vermeer.job.Work;
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
import vermeer.train.feature.Features;
import vermeer.ui.notice.Sentence;
import vermeer.ui.workbench.Workbench;

/** Takes one run from where it is to its end, step by step, away from the view's thread. */
final class RunCourse {
    private final Run run;
    private final Tuner tuner;
    private final Workbench workbench;
    private final Told told;
    private Job job;
    private int steps;
    private double seconds;

    /** Whoever follows a run. */
    interface Told {
        /** The run's folder has been written. */
        void begun();

        /** One more epoch is complete. */
        void epoch();

        /** Nothing more comes: the run is done, stopped, failed, paused, or waits again. */
        void ended();
    }

    RunCourse(Run run, Tuner tuner, Workbench workbench, Told told) {
        this.run = run;
        this.tuner = tuner;
        this.workbench = workbench;
        this.told = told;
    }

    Run run() {
        return run;
    }

    /** @param inexact whether a run may go on where its result will differ in rounding */
    void begin(boolean inexact) {
        run.enter(RunState.PREPARING, "Getting ready …");
        withSource(() -> prepare(inexact));
    }

    private void withSource(Runnable next) {
        if (run.source().isPresent()) {
            next.run();
            return;
        }
        step("Open " + run.request().network(), Lane.COMPUTE, this::opened, model -> {
            run.use(model);
            next.run();
        });
    }

    /** The graph is what counts; the sessions are not needed. */
    private OpenModel opened(Progress progress) throws Exception {
        var network = workbench.services().models().open(Path.of(run.request().model()), progress);
        network.model().close();
        if (network.model() instanceof OpenModel model) {
            return model;
        }
        throw new TrainingException("'" + run.request().network() + "' cannot be trained; choose an ONNX file.");
    }

    private void prepare(boolean inexact) {
        OpenModel source = run.source().orElseThrow();
        if (run.folder().begun()) {
            step(
                    "Go on with the run",
                    Lane.IO,
                    progress -> {
                        tuner.tuning().readyAgain(source, run.folder(), inexact, progress);
                        return true;
                    },
                    ready -> train());
            return;
        }
        step("Look at the photos", Lane.IO, this::prepared, unreadable -> {
            if (!unreadable.isEmpty()) {
                workbench
                        .notices()
                        .warn(unreadable.size() + " photos cannot be read and are left out; the first: "
                                + unreadable.get(0).reason());
            }
            run.begun();
            told.begun();
            train();
        });
    }

    private List<Features.Unreadable> prepared(Progress progress) throws Exception {
        OpenModel source = run.source().orElseThrow();
        RunRequest request = run.request();
        Prepared data =
                run.data().isPresent() ? run.data().get() : Prepared.of(Path.of(request.photos()), progress.part(0, 0));
        TrainingData photos = TrainingData.of(data);
        photos.check();
        Cut cut = FineTuning.cuts(
                        FineTuning.backbone(source), photos.splits().classes().size())
                .stream()
                .filter(each -> each.value().equals(request.cut()))
                .findFirst()
                .orElseThrow(() -> new TrainingException("'" + request.network() + "' has no cut '" + request.cutName()
                        + "' any more; choose where it is cut anew."));
        return tuner.tuning()
                .prepare(
                        source,
                        cut,
                        photos,
                        settings(request),
                        run.folder(),
                        watched("Looking at the photos", progress));
    }

    private static TrainingSettings settings(RunRequest request) throws TrainingException {
        try {
            return Settings.apply(new TrainingSettings(), request.settings());
        } catch (SettingException unknown) {
            throw new TrainingException("The run's settings cannot be read: " + unknown.getMessage(), unknown);
        }
    }

    private void train() {
        run.enter(RunState.TRAINING, "Training …");
        long started = System.nanoTime();
        step("Train", Lane.IO, progress -> tuner.tuning().train(run.folder(), this::event, progress), outcome -> {
            seconds += (System.nanoTime() - started) / 1e9;
            join(outcome);
        });
    }

    private void event(JsonNode line) {
        if (!line.path("event").asText().equals("epoch")) {
            return;
        }
        workbench.runner().deliver(() -> {
            try {
                EpochReport report = EventLog.epoch(line);
                run.add(report);
                if (run.state() == RunState.TRAINING) {
                    run.say(RunTexts.epoch(report));
                    told.epoch();
                }
            } catch (TrainingException damaged) {
                workbench.notices().fail("Following the run", damaged);
            }
        });
    }

    private void join(RunOutcome outcome) {
        run.enter(RunState.JOINING, "Joining the parts and checking the model …");
        step("Join the tuned model", Lane.IO, progress -> joined(outcome, progress), figures -> {
            run.finish(figures);
            run.enter(
                    outcome.reason().equals("stopped") ? RunState.STOPPED : RunState.DONE, figures.told(run.folder()));
            told.ended();
        });
    }

    private RunFigures joined(RunOutcome outcome, Progress progress) throws Exception {
        // Where the run was just stopped, its process is still writing the last checkpoint.
        try (RunFolder.Hold hold = run.folder().hold()) {
            progress.checkCancelled();
            JoinCheck check = tuner.tuning().finish(run.source().orElseThrow(), run.folder(), progress);
            return RunFigures.of(run.folder(), RunSummary.write(run.folder(), outcome, check, seconds));
        }
    }

    /** Stops after the present step; the run can go on later. */
    void pause() {
        RunState before = run.state();
        if (before == RunState.TRAINING || before == RunState.PREPARING) {
            job.cancel();
            rest();
        }
    }

    private void rest() {
        steps++;
        if (run.folder().begun()) {
            run.enter(RunState.PAUSED, "Paused. The run goes on where it stopped, today or later.");
        } else {
            run.enter(RunState.WAITING, "");
        }
        told.ended();
    }

    /** Ends a run that is trained or paused, and keeps what was best. */
    void stopAndKeepBest() {
        if (run.state() == RunState.TRAINING) {
            job.cancel();
        }
        int best = run.bestEpoch();
        run.enter(RunState.JOINING, "");
        withSource(() -> join(new RunOutcome(
                "stopped",
                "Stopped; the weights of epoch " + best + " are kept.",
                run.epochs().size(),
                best)));
    }

    private <T> void step(String title, Lane lane, Work<T> work, Consumer<? super T> done) {
        int step = ++steps;
        Work<T> noticed = progress -> {
            try {
                return work.run(progress);
            } catch (CancelledException cancelled) {
                // The window's list of jobs can cancel it too.
                workbench.runner().deliver(() -> cancelled(step));
                throw cancelled;
            }
        };
        job = workbench.runner().submit(new JobRequest<>(title, lane, noticed, done, this::fail));
    }

    private void cancelled(int step) {
        if (step == steps && run.state().busy()) {
            rest();
        }
    }

    private void fail(Exception failure) {
        run.fail(Sentence.of("The run", failure), run.state() == RunState.PREPARING && otherThreads());
        told.ended();
    }

    /** Whether the run began with another number of threads than there are here. */
    private boolean otherThreads() {
        try {
            return run.folder().begun()
                    && run.folder().readPlan().threads()
                            != workbench.services().models().engine().threads();
        } catch (TrainingException | EngineException unknown) {
            return false;
        }
    }

    /** Tells how far a part of the work is. */
    private Progress watched(String text, Progress progress) {
        return new StatusProgress(
                progress,
                share -> workbench.runner().deliver(() -> run.say(text + " … " + Math.round(100 * share) + " %")));
    }
}
