package vermeer.train;

import java.nio.file.Files;
import java.nio.file.Path;
import vermeer.engine.Engine;
import vermeer.job.CancelledException;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.train.feature.FeatureCache;

/** Makes a run ready to go on. */
final class Resumption {
    private final Engine engine;
    private final FeatureCache cache;

    Resumption(Engine engine, FeatureCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    void ready(OpenModel model, RunFolder folder, boolean inexact, Progress progress)
            throws TrainingException, CancelledException {
        RunPlan plan = folder.readPlan();
        if (!model.sha256().equals(plan.model().sha256())) {
            throw new TrainingException("The network '" + model.file() + "' is not the one that this run began with.");
        }
        if (plan.threads() != engine.threads() && !inexact) {
            throw new TrainingException("This run began with " + plan.threads() + " threads and here there are "
                    + engine.threads() + ", so its result would differ in rounding from the unbroken run's; resume it"
                    + " with --inexact if that does not matter.");
        }
        if (!Files.isRegularFile(Path.of(plan.features().file()))
                || !cache.matches(
                        Path.of(plan.features().file()), plan.features().sha256(), progress)) {
            throw new TrainingException("The cached values that this run learns from are gone or changed; begin the run"
                    + " anew with the same settings and seed.");
        }
    }
}
