package vermeer.ui.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vermeer.attack.Attacking;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.job.JobRunner;
import vermeer.job.Progress;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.job.JobViewModel;
import vermeer.ui.notice.Notices;
import vermeer.ui.opening.ModelOpener;
import vermeer.ui.strip.StripItem;
import vermeer.ui.workbench.Workbench;

/**
 * What the pages of the lab share: the picture and network in sight, and who works for them.
 *
 * @param jobs knows whether anything still runs
 * @param decoder reads pictures
 * @param models opens a second model
 * @param pictures the files in the strip
 */
public record Lab(
        Investigation investigation,
        JobRunner runner,
        JobViewModel jobs,
        Notices notices,
        Decoder decoder,
        ModelOpener models,
        Supplier<List<Path>> pictures) {

    /** The lab of a window. */
    public static Lab of(Workbench workbench) {
        return new Lab(
                workbench.investigation(),
                workbench.runner(),
                workbench.jobs(),
                workbench.notices(),
                workbench.services().decoder(),
                workbench.services().models(),
                () -> workbench.strip().items().stream().map(StripItem::file).toList());
    }

    /** The network in sight, as attacks see it; empty where there is none from a file. */
    static Optional<Attacking> attacking(Prediction prediction) {
        return prediction != null && prediction.network().model() instanceof OpenModel opened
                ? Optional.of(Attacking.on(opened))
                : Optional.empty();
    }

    /** What a network answers for a changed copy of a picture. */
    static Prediction ask(Prediction before, Picture changed, Progress progress) throws Exception {
        OpenPicture copy = OpenPicture.of(before.picture().file(), changed);
        Network network = before.network();
        return Prediction.ask(copy, network, progress);
    }
}
