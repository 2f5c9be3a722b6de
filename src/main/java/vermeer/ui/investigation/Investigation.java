package vermeer.ui.investigation;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.StoredMaps;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.Target;

/**
 * What is being looked at: a picture, a network, its prediction, the class and the method in question, and the map. A
 * change of one brings the others up to date. To be used from the thread of {@link JobRunner#deliver}.
 */
public final class Investigation {
    private final JobRunner runner;
    private final Optional<StoredMaps> stored;
    private final Consumer<Exception> onFailed;
    private final LatestJob predicting;
    private final MapCache finished = new MapCache();
    private final Explaining explaining;
    private final ReadOnlyObjectWrapper<OpenPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Network> network = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Prediction> prediction = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Target> target = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AttributionMethod> method = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ShownMap> map = new ReadOnlyObjectWrapper<>();

    /** An investigation that has no maps of earlier runs. */
    public Investigation(JobRunner runner, Consumer<Exception> onFailed) {
        this(runner, Optional.empty(), onFailed);
    }

    /**
     * Looks at nothing yet.
     *
     * @param stored the maps of earlier runs
     * @param onFailed told what went wrong with a prediction or a map
     */
    public Investigation(JobRunner runner, Optional<StoredMaps> stored, Consumer<Exception> onFailed) {
        this.runner = runner;
        this.stored = stored;
        this.onFailed = onFailed;
        this.predicting = new LatestJob(runner);
        this.explaining = new Explaining(runner, finished, stored);
    }

    /** Looks at this picture. Its prediction follows, and its map where a method is chosen. */
    public void look(OpenPicture opened) {
        picture.set(opened);
        predict();
    }

    /** Looks at a picture whose answer and map are there already, so that all of them change at once. */
    public void look(Prediction answered, Target explained, Optional<ShownMap> drawn) {
        predicting.cancel();
        explaining.cancel();
        map.set(drawn.orElse(null));
        prediction.set(answered);
        target.set(explained);
        picture.set(answered.picture());
    }

    /** Asks this network from now on, and frees the one before once nothing runs on it any more. */
    public void ask(Network opened) {
        Network before = network.get();
        network.set(opened);
        if (method.get() != null && method.get().unavailable(opened.model()).isPresent()) {
            method.set(null);
        }
        predict();
        if (before != null && before.model() != opened.model()) {
            before.close(runner, onFailed);
        }
    }

    /** Asks this network in place of the one before, which somebody else keeps open. */
    public void swap(Network other) {
        if (method.get() != null && method.get().unavailable(other.model()).isPresent()) {
            method.set(null);
        }
        askAnew(other);
    }

    /** Asks the same network, which keeps its sessions, under other beliefs about its input or output. */
    public void askAnew(Network edited) {
        network.set(edited);
        predict();
    }

    /** Explains this class from now on, until another picture or network comes. */
    public void explain(Target chosen) {
        if (!chosen.equals(target.get())) {
            target.set(chosen);
            draw();
        }
    }

    /** Explains by this method from now on; null for no map. */
    public void explainBy(AttributionMethod chosen) {
        if (!Objects.equals(chosen, method.get())) {
            method.set(chosen);
            draw();
        } else if (map.get() == null) {
            draw();
        }
    }

    /** Stops what runs. A map that is not finished goes, and its method is no longer chosen. */
    public void cancel() {
        predicting.cancel();
        explaining.cancel();
        if (map.get() == null || map.get().unfinished()) {
            map.set(null);
            method.set(null);
        }
    }

    /** Another line of maps, one at a time, which shares the finished ones with this investigation. */
    public Explaining sideline() {
        return new Explaining(runner, finished, stored);
    }

    private void predict() {
        explaining.cancel();
        prediction.set(null);
        target.set(null);
        map.set(null);
        OpenPicture asked = picture.get();
        Network answering = network.get();
        if (asked == null || answering == null) {
            return;
        }
        predicting.submit(new JobRequest<>(
                "Classify " + asked.name(),
                Lane.COMPUTE,
                progress -> Prediction.ask(asked, answering, progress),
                this::show,
                onFailed));
    }

    private void show(Prediction answer) {
        prediction.set(answer);
        target.set(answer.best().target());
        draw();
    }

    private void draw() {
        Prediction at = prediction.get();
        if (at == null || target.get() == null || method.get() == null) {
            explaining.cancel();
            map.set(null);
            return;
        }
        Optional<ShownMap> known = explaining.known(at, method.get(), target.get());
        map.set(known.orElse(null));
        if (known.isEmpty()) {
            explaining.start(at, method.get(), target.get(), map::set, this::giveUp);
        } else {
            explaining.cancel();
        }
    }

    private void giveUp(Exception failure) {
        map.set(null);
        method.set(null);
        onFailed.accept(failure);
    }

    public ReadOnlyObjectProperty<OpenPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Network> networkProperty() {
        return network.getReadOnlyProperty();
    }

    /** The answer for the picture; null while there is none. */
    public ReadOnlyObjectProperty<Prediction> predictionProperty() {
        return prediction.getReadOnlyProperty();
    }

    /** What is explained: the predicted class until another is chosen; null without a prediction. */
    public ReadOnlyObjectProperty<Target> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** How it is explained; null while no method is chosen. */
    public ReadOnlyObjectProperty<AttributionMethod> methodProperty() {
        return method.getReadOnlyProperty();
    }

    /** The map; null while there is none. */
    public ReadOnlyObjectProperty<ShownMap> mapProperty() {
        return map.getReadOnlyProperty();
    }
}
