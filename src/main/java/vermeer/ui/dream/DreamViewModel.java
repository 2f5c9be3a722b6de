package vermeer.ui.dream;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.dream.Dream;
import vermeer.dream.DreamSubject;
import vermeer.dream.Dreams;
import vermeer.dream.Feature;
import vermeer.dream.Needs;
import vermeer.image.Decoder;
import vermeer.image.Picture;
import vermeer.image.Pixels;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.method.RecordSettings;
import vermeer.ui.notice.Notices;
import vermeer.ui.notice.Saving;

/** Chooses a dream, makes it, and keeps it with the pictures on its way. */
public final class DreamViewModel {
    private final Investigation investigation;
    private final JobRunner runner;
    private final Decoder decoder;
    private final Notices notices;
    private final Saving saving;
    private final LatestJob latest;
    private final Map<String, RecordSettings<Dream>> settings = new LinkedHashMap<>();
    private final FeatureChoice feature = new FeatureChoice();
    private final ObjectProperty<Dream> dream =
            new SimpleObjectProperty<>(Dreams.all().get(0));
    private final BooleanProperty fromPicture = new SimpleBooleanProperty(true);
    private final ObjectProperty<OpenPicture> style = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<OpenModel> model = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DreamRun> run = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");

    public DreamViewModel(Investigation investigation, JobRunner runner, Decoder decoder, Notices notices) {
        this.investigation = investigation;
        this.runner = runner;
        this.decoder = decoder;
        this.notices = notices;
        this.saving = new Saving(runner, notices);
        this.latest = new LatestJob(runner);
        Dreams.all().forEach(each -> settings.put(each.name(), new RecordSettings<>(each, Set.of())));
        investigation.networkProperty().subscribe(this::network);
        investigation.pictureProperty().subscribe(picture -> check());
        investigation.predictionProperty().subscribe(prediction -> check());
        dream.subscribe(chosen -> {
            feature.suit(chosen);
            suit();
        });
        for (var choice : List.of(feature.kindProperty(), feature.classIndexProperty(), feature.layerProperty())) {
            choice.subscribe(changed -> check());
        }
        for (var place : List.of(feature.channelProperty(), feature.rowProperty(), feature.columnProperty())) {
            place.subscribe(changed -> check());
        }
        fromPicture.subscribe(changed -> check());
        style.subscribe(changed -> check());
    }

    private void network(Network network) {
        stop();
        boolean open = network != null && network.model() instanceof OpenModel;
        model.set(open ? (OpenModel) network.model() : null);
        feature.classIndexProperty().set(null);
        suit();
    }

    private void suit() {
        if (model.get() != null) {
            feature.suit(dream.get(), model.get());
        }
        check();
    }

    /** Finds what stands in the way of a dream. */
    private void check() {
        obstacle.set(reason().orElse(""));
    }

    private Optional<String> reason() {
        OpenModel network = model.get();
        if (network == null) {
            return Optional.of("Open a network first.");
        }
        Optional<String> unavailable = dream.get().unavailable(network);
        if (unavailable.isPresent()) {
            return unavailable;
        }
        try {
            if (wanted().isEmpty()) {
                return Optional.of("Choose a class: no picture was classified yet.");
            }
        } catch (IllegalArgumentException outside) {
            return Optional.of(outside.getMessage());
        }
        Needs needs = dream.get().needs();
        if (needs.picture() == Needs.Use.MUST && investigation.pictureProperty().get() == null) {
            return Optional.of("Choose a picture in the strip to begin with.");
        }
        return needs.style() == Needs.Use.MUST && style.get() == null
                ? Optional.of("Choose a picture whose style is taken.")
                : Optional.empty();
    }

    /** Makes the dream as chosen, in place of the one before. */
    public void make() {
        check();
        if (!obstacle.get().isEmpty()) {
            return;
        }
        OpenModel network = model.get();
        Dream chosen = settings.get(dream.get().name()).current();
        Feature wanted = wanted().orElseThrow();
        OpenPicture start =
                startsFromPicture() ? investigation.pictureProperty().get() : null;
        Optional<Picture> styled = Optional.ofNullable(style.get()).map(OpenPicture::picture);
        DreamSubject subject =
                new DreamSubject(wanted, Optional.ofNullable(start).map(OpenPicture::picture), styled);
        DreamRun begun =
                new DreamRun(chosen, wanted, start == null ? "noise" : start.name(), List.of(), Optional.empty());
        run.set(begun);
        running.set(true);
        latest.submit(new JobRequest<>(
                begun.title(),
                Lane.COMPUTE,
                progress -> chosen.make(
                        network,
                        subject,
                        frame -> runner.deliver(() -> {
                            if (running.get() && run.get().dream() == chosen && !progress.cancelled()) {
                                run.set(run.get().with(frame));
                            }
                        }),
                        progress),
                made -> {
                    running.set(false);
                    run.set(run.get().with(made));
                },
                failure -> {
                    running.set(false);
                    notices.fail(begun.title(), failure);
                }));
    }

    private Optional<Feature> wanted() {
        return feature.feature(model.get(), investigation.predictionProperty().get());
    }

    /** Chooses what excites a channel; makes nothing yet. */
    public void chooseChannel(Layer layer, int channel) {
        dream.set(Dreams.all().get(0));
        feature.take(layer);
        feature.channelProperty().set(channel);
        feature.kindProperty().set(MadeFor.CHANNEL);
    }

    /** Whether the picture of the strip is what the chosen dream begins with. */
    boolean startsFromPicture() {
        Needs.Use use = dream.get().needs().picture();
        return investigation.pictureProperty().get() != null
                && (use == Needs.Use.MUST || (use == Needs.Use.CAN && fromPicture.get()));
    }

    /** Ends the dream that is being made; its last picture stays. */
    public void stop() {
        latest.cancel();
        running.set(false);
    }

    /** Reads the picture whose style is taken. */
    public void styleFrom(Path file) {
        runner.submit(new JobRequest<>(
                "Read " + file.getFileName(),
                Lane.IO,
                progress -> OpenPicture.of(file, decoder.decode(file, progress)),
                style::set,
                notices.failing("Reading " + file.getFileName())));
    }

    /** Saves the picture at its own size. */
    public void savePng(Path file) {
        Picture picture = run.get().last().orElseThrow();
        saving.save(file, (path, progress) -> Pixels.of(picture).writePng(path));
    }

    /** Saves the way to the picture as an animated GIF. */
    public void saveGif(Path file) {
        DreamRun saved = run.get();
        saving.save(file, (path, progress) -> saved.animation().write(path));
    }

    /** The settings of the chosen dream, for a form. */
    public RecordSettings<Dream> settings() {
        return settings.get(dream.get().name());
    }

    /** What the picture is made for. */
    public FeatureChoice feature() {
        return feature;
    }

    public ObjectProperty<Dream> dreamProperty() {
        return dream;
    }

    /** Whether a dream that can do both begins with the picture and not with noise. */
    public BooleanProperty fromPictureProperty() {
        return fromPicture;
    }

    /** The picture whose style is taken; null while none is chosen. */
    public ObjectProperty<OpenPicture> styleProperty() {
        return style;
    }

    /** The network; null while there is none that was opened from a file. */
    public ReadOnlyObjectProperty<OpenModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** The dream in sight; null before the first one. */
    public ReadOnlyObjectProperty<DreamRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    /** Why no dream can be made now, in one sentence; empty where it can. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    Investigation investigation() {
        return investigation;
    }
}
