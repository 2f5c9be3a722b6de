package vermeer.ui.live;

import java.util.Objects;
import java.util.Optional;
import vermeer.attribution.Attribution;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.Sketch;
import vermeer.attribution.Subject;
import vermeer.job.Progress;
import vermeer.model.Target;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;

/**
 * What is asked about one frame: the answer and its map, together.
 *
 * @param method null for no map
 * @param chosen the class that the user chose to explain; empty for whichever is predicted
 */
record LiveQuestion(OpenPicture picture, Network network, AttributionMethod method, Optional<Target> chosen) {

    /** A frame's answer. */
    record Answer(Prediction prediction, Target target, Optional<ShownMap> map) {}

    /** Asks what the user asks at this moment; a class other than the one predicted was chosen, and stays. */
    static LiveQuestion of(Investigation investigation, OpenPicture picture) {
        Prediction before = investigation.predictionProperty().get();
        Target explained = investigation.targetProperty().get();
        boolean kept = before != null
                && explained != null
                && before.network() == investigation.networkProperty().get()
                && !explained.equals(before.best().target());
        return new LiveQuestion(
                picture,
                investigation.networkProperty().get(),
                investigation.methodProperty().get(),
                kept ? Optional.of(explained) : Optional.empty());
    }

    /** Whether the user has not asked for another network or method meanwhile. */
    boolean stillAsked(Investigation investigation) {
        return network == investigation.networkProperty().get()
                && Objects.equals(method, investigation.methodProperty().get());
    }

    /** @apiNote Long-running; call on the compute lane. */
    Answer ask(Progress progress) throws Exception {
        Prediction answered = Prediction.ask(picture, network, progress);
        Target target = chosen.orElse(answered.best().target());
        if (method == null) {
            return new Answer(answered, target, Optional.empty());
        }
        Subject subject =
                new Subject(answered.input().tensor(), answered.input().region(), target);
        Attribution map = method.explain(network.model(), subject, Sketch.none(), progress);
        return new Answer(answered, target, Optional.of(new ShownMap(answered, method, target, map, false)));
    }
}
