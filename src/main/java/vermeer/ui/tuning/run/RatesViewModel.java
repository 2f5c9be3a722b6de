package vermeer.ui.tuning.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.job.CancelledException;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.train.RateCurve;
import vermeer.train.RunFolder;
import vermeer.train.TrainingData;
import vermeer.train.TrainingSettings;
import vermeer.train.cut.Cut;
import vermeer.ui.notice.Sentence;
import vermeer.ui.workbench.Workbench;

/** Looks for a learning rate: the loss at rising rates, and which rate it proposes. */
public final class RatesViewModel {
    private static final double PREPARING = 0.6;

    private final Workbench workbench;
    private final Tuner tuner;
    private final LatestJob finding;
    private final ReadOnlyObjectWrapper<RateCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    RatesViewModel(Workbench workbench, Tuner tuner) {
        this.workbench = workbench;
        this.tuner = tuner;
        this.finding = new LatestJob(workbench.runner());
    }

    /** Trains a copy for some steps at rising rates; nothing of it is kept but the curve. */
    void find(OpenModel model, Cut cut, TrainingData photos, TrainingSettings settings) {
        problem.set("");
        curve.set(null);
        share.set(0);
        busy.set(true);
        finding.submit(new JobRequest<>(
                "Find a learning rate",
                Lane.IO,
                progress -> found(model, cut, photos, settings, progress),
                found -> {
                    busy.set(false);
                    curve.set(found);
                },
                failure -> {
                    busy.set(false);
                    problem.set(Sentence.of("Finding a learning rate", failure));
                }));
    }

    private RateCurve found(OpenModel model, Cut cut, TrainingData photos, TrainingSettings settings, Progress progress)
            throws Exception {
        Path folder = Files.createTempDirectory("vermeer-rates");
        try {
            Progress told =
                    new StatusProgress(progress, done -> workbench.runner().deliver(() -> share.set(done)));
            photos.check();
            RunFolder trial = new RunFolder(folder);
            tuner.tuning().prepare(model, cut, photos, settings, trial, told.part(0, PREPARING));
            return tuner.tuning().rates(trial, told.part(PREPARING, 1));
        } catch (CancelledException cancelled) {
            workbench.runner().deliver(() -> {
                if (!finding.busy()) {
                    busy.set(false);
                }
            });
            throw cancelled;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Stops looking. */
    public void cancel() {
        finding.cancel();
        busy.set(false);
    }

    /** Takes the curve away, because it is of another network, cut or data. */
    void forget() {
        cancel();
        curve.set(null);
        problem.set("");
    }

    /** The loss at each rate; null while there is none. */
    public ReadOnlyObjectProperty<RateCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How much is done, 0 to 1. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** Why it failed, one sentence; empty where it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
