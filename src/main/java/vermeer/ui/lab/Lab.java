package vermeer.ui.lab;

import java.util.Optional;
import vermeer.attack.Attacking;
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

/**
 * What the pages of the lab share: the picture and network in sight, and who works for them.
 *
 * @param jobs knows whether anything still runs
 */
public record Lab(Investigation investigation, JobRunner runner, JobViewModel jobs, Notices notices) {

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
