package vermeer.ui.prediction;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.evaluation.Domain;
import vermeer.evaluation.DomainCheck;
import vermeer.evaluation.DomainFile;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.PictureException;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;

/** Warns where a tuned network is asked about a picture unlike all that it was trained on. */
public final class DomainViewModel {
    private static final int SHOWN = 3;
    private static final int THUMBNAIL = 128;

    private final Decoder decoder;
    private final Consumer<Exception> onFailed;
    private final LatestJob checking;
    private final ReadOnlyObjectWrapper<Strange> strange = new ReadOnlyObjectWrapper<>();

    /**
     * A picture that the network does not know the like of.
     *
     * @param nearest the training pictures most like it, nearest first
     */
    public record Strange(List<Nearest> nearest) {
        public Strange {
            nearest = List.copyOf(nearest);
        }
    }

    /** A training picture: its name, and itself where it can still be read. */
    public record Nearest(String name, Optional<Picture> picture) {}

    public DomainViewModel(
            Investigation investigation, Decoder decoder, JobRunner runner, Consumer<Exception> onFailed) {
        this.decoder = decoder;
        this.onFailed = onFailed;
        this.checking = new LatestJob(runner);
        investigation.predictionProperty().subscribe(this::check);
    }

    /** What is strange about the picture in sight; null where nothing is, or the network's training is not known. */
    public ReadOnlyObjectProperty<Strange> strangeProperty() {
        return strange.getReadOnlyProperty();
    }

    private void check(Prediction prediction) {
        strange.set(null);
        checking.cancel();
        if (prediction != null && prediction.network().model() instanceof OpenModel model) {
            checking.submit(new JobRequest<Optional<Strange>>(
                    "Compare with the training photos",
                    Lane.COMPUTE,
                    progress -> judge(model, prediction, progress),
                    found -> strange.set(found.orElse(null)),
                    onFailed::accept));
        }
    }

    private Optional<Strange> judge(OpenModel model, Prediction prediction, Progress progress) throws Exception {
        // most networks have none: then nothing more is loaded, which would cost time at the start
        if (!Files.isRegularFile(model.file().toAbsolutePath().resolveSibling(DomainFile.VALUES))) {
            return Optional.empty();
        }
        Optional<DomainCheck> check = DomainCheck.of(model);
        Optional<Domain.Judgement> judgement = check.isEmpty()
                ? Optional.empty()
                : check.get().judge(prediction.input().tensor(), SHOWN, progress);
        if (judgement.isEmpty() || !judgement.get().strange()) {
            return Optional.empty();
        }
        List<Nearest> nearest = new ArrayList<>();
        for (Domain.Neighbour each : judgement.get().nearest()) {
            Optional<Path> file = check.get().file(each.picture());
            nearest.add(new Nearest(each.picture(), picture(file, progress)));
        }
        return Optional.of(new Strange(nearest));
    }

    private Optional<Picture> picture(Optional<Path> file, Progress progress) throws Exception {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.decode(file.get(), progress.part(0, 0)).fitting(THUMBNAIL));
        } catch (PictureException gone) {
            return Optional.empty();
        }
    }
}
