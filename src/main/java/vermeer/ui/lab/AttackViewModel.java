package vermeer.ui.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vermeer.attack.Attack;
import vermeer.attack.Attacks;
import vermeer.attack.SmallestEpsilon;
import vermeer.attribution.AttributionMethod;
import vermeer.attribution.GradCam;
import vermeer.image.Pixels;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.setting.SettingException;
import vermeer.setting.Settings;
import vermeer.ui.investigation.Explaining;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;
import vermeer.ui.method.RecordSettings;
import vermeer.ui.notice.Saving;

/** Attacks the picture in sight, and what is asked of the result. To be used from the thread that owns the view. */
final class AttackViewModel {
    private static final String FIRST_CHOICE = "pgd";

    private final Lab lab;
    private final LatestJob attacking;
    private final Conflated<Mixture, Prediction> live;
    private final Explaining mapBefore;
    private final Explaining mapAfter;
    private final Map<String, RecordSettings<Attack>> settings = new LinkedHashMap<>();
    private final StringProperty chosen = new SimpleStringProperty(FIRST_CHOICE);
    private final ObjectProperty<ClassScore> target = new SimpleObjectProperty<>();
    private final DoubleProperty strength = new SimpleDoubleProperty(1);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Fooled> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Prediction> mixed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MapPair> maps = new ReadOnlyObjectWrapper<>(MapPair.none());
    private final IntegerProperty settingsChanged = new SimpleIntegerProperty();
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");

    AttackViewModel(Lab lab) {
        this.lab = lab;
        attacking = new LatestJob(lab.runner());
        live = new Conflated<>(
                lab.runner(),
                "Classify with less noise",
                Mixture::ask,
                mixed::set,
                lab.notices().failing("Classifying"));
        mapBefore = lab.investigation().sideline();
        mapAfter = lab.investigation().sideline();
        Attacks.all()
                .forEach(attack ->
                        settings.put(attack.name(), new RecordSettings<>(sure(attack), Set.of("space", "pictures"))));
        lab.investigation().predictionProperty().subscribe(this::begin);
        lab.jobs().busyProperty().subscribe(busy -> running.set(running.get() && busy));
        strength.subscribe((before, share) -> mixAt(share.doubleValue()));
        chosen.subscribe(name -> check());
    }

    /** For a demonstration the wrong answer had best be as sure as possible. */
    private static Attack sure(Attack attack) {
        try {
            boolean goesOn = Settings.texts(attack).containsKey("all-steps");
            return goesOn ? Settings.apply(attack, Map.of("all-steps", "true")) : attack;
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void begin(Prediction answer) {
        attacking.cancel();
        live.cancel();
        mapBefore.cancel();
        mapAfter.cancel();
        running.set(false);
        result.set(null);
        mixed.set(null);
        maps.set(MapPair.none());
        ClassScore wanted = target.get();
        if (answer != null && wanted != null) {
            boolean known = wanted.index() < answer.ranking().size()
                    && answer.of(wanted.index()).name().equals(wanted.name());
            target.set(known ? answer.of(wanted.index()) : null);
        }
        check();
    }

    private void check() {
        Prediction answer = lab.investigation().predictionProperty().get();
        if (answer == null) {
            missing.set("Open a picture and a model first.");
        } else if (Lab.attacking(answer).isEmpty()) {
            missing.set("This network cannot be attacked, because its pictures are not prepared by a profile.");
        } else {
            missing.set(attack().unavailable(answer.network().model())
                    .map(reason -> attack().title() + " cannot attack this model: " + reason)
                    .orElse(""));
        }
    }

    /** Attacks. */
    void run() {
        start("", Fooled::by, fooled -> {});
    }

    /** Whether the chosen attack has an epsilon that can be made small. */
    boolean hasEpsilon() {
        return SmallestEpsilon.offeredBy(attack());
    }

    /** Looks for the smallest epsilon that works, and keeps it as the setting. */
    void runSmallest() {
        if (hasEpsilon()) {
            start("Smallest epsilon of ", Fooled::smallest, fooled -> {
                settings.get(fooled.attack().name())
                        .change("epsilon", Settings.texts(fooled.attack()).get("epsilon"));
                settingsChanged.set(settingsChanged.get() + 1);
            });
        }
    }

    /** Makes a result. */
    private interface Making {
        Fooled make(Attack attack, Prediction before, OptionalInt target, Progress progress) throws Exception;
    }

    private void start(String what, Making making, Consumer<Fooled> after) {
        Prediction before = lab.investigation().predictionProperty().get();
        if (!missing.get().isEmpty() || before == null) {
            return;
        }
        Attack attack = attack();
        OptionalInt wanted = target.get() == null || !attack.targeted()
                ? OptionalInt.empty()
                : OptionalInt.of(target.get().index());
        attacking.submit(new JobRequest<>(
                what + attack.title() + " on " + before.picture().name(),
                Lane.COMPUTE,
                progress -> making.make(attack, before, wanted, progress),
                fooled -> {
                    after.accept(fooled);
                    show(fooled);
                },
                failure -> {
                    running.set(false);
                    lab.notices().fail(attack.title(), failure);
                }));
        running.set(true);
    }

    /** Stops the attack. */
    void cancel() {
        attacking.cancel();
        running.set(false);
    }

    private void show(Fooled fooled) {
        running.set(false);
        maps.set(MapPair.none());
        result.set(fooled);
        mixed.set(fooled.after());
        strength.set(1);
    }

    private void mixAt(double share) {
        if (result.get() != null) {
            live.ask(new Mixture(result.get(), share));
        }
    }

    /** A mixture that is to be asked about. */
    private record Mixture(Fooled fooled, double share) {
        Prediction ask(Progress progress) throws Exception {
            return Lab.ask(fooled.before(), fooled.mixed(share), progress);
        }
    }

    /** Explains both answers, each for its own class, by the method in sight or Grad-CAM. */
    void explain() {
        Fooled fooled = result.get();
        if (fooled == null || maps.get().before().isPresent()) {
            return;
        }
        AttributionMethod method =
                Optional.ofNullable(lab.investigation().methodProperty().get()).orElseGet(GradCam::new);
        if (method.unavailable(fooled.before().network().model()).isPresent()) {
            lab.notices().inform(method.title() + " cannot explain this model; choose another method under Explain.");
            return;
        }
        mapBefore.start(
                fooled.before(),
                method,
                fooled.before().best().target(),
                map -> maps.set(maps.get().withBefore(map)),
                lab.notices().failing(method.title()));
        mapAfter.start(
                fooled.after(),
                method,
                fooled.after().best().target(),
                map -> maps.set(maps.get().withAfter(map)),
                lab.notices().failing(method.title()));
    }

    /** Shows the result to another model, and tells what it answers. */
    void transfer(Path file) {
        Fooled fooled = result.get();
        lab.runner()
                .submit(new JobRequest<>(
                        "Ask " + file.getFileName(),
                        Lane.COMPUTE,
                        progress -> Transferred.ask(lab.models(), file, fooled, progress),
                        told -> lab.notices().inform(told),
                        lab.notices().failing("Asking " + file.getFileName())));
    }

    /** A name for the result's file, without its ending. */
    String fileName() {
        Fooled fooled = result.get();
        String name = fooled.before().picture().name();
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "." + fooled.attack().name() + "."
                + fooled.after().best().index();
    }

    /** Saves the result as PNG, at the picture's own size. */
    void save(Path file) {
        Fooled fooled = result.get();
        new Saving(lab.runner(), lab.notices())
                .save(file, (path, progress) -> Pixels.of(fooled.result().picture())
                        .writePng(path));
    }

    /** What the result is, in one or two sentences. */
    static String summary(Fooled fooled) {
        var size = fooled.result().size();
        String change = String.format(
                Locale.ROOT,
                "Largest change %.0f of 255 levels, %.2f on average (root mean square).",
                size.lInf(),
                size.meanSquare());
        String found = fooled.result().found()
                ? "Fooled. " + change
                : "Not fooled: " + fooled.attack().title() + " found nothing with these settings. " + change;
        return fooled.result().notices().isEmpty()
                ? found
                : found + " " + String.join(" ", fooled.result().notices());
    }

    /** What becomes of the result as a file. */
    static String files(Fooled fooled) {
        if (!fooled.result().found()) {
            return "";
        }
        String jpeg = fooled.jpeg95() == fooled.jpeg75()
                ? (fooled.jpeg95() ? "It survives" : "It does not survive") + " saving as JPEG."
                : "It survives JPEG of quality " + (fooled.jpeg95() ? "95, not of 75." : "75, not of 95.");
        return "Rounded to 8 bits and classified again; saved as PNG it gives the same answer. " + jpeg;
    }

    List<Attack> attacks() {
        return Attacks.all();
    }

    /** The chosen attack with its settings as they are now. */
    Attack attack() {
        return settings().current();
    }

    /** The chosen attack's settings. */
    RecordSettings<Attack> settings() {
        return settings.get(chosen.get());
    }

    /** The chosen attack's name. */
    StringProperty chosenProperty() {
        return chosen;
    }

    /** Counts how often settings were changed by other means than the form. */
    IntegerProperty settingsChangedProperty() {
        return settingsChanged;
    }

    /** The class wanted; null where any other than the present one will do. */
    ObjectProperty<ClassScore> targetProperty() {
        return target;
    }

    /** How much of the noise is on the picture, 0 to 1. */
    DoubleProperty strengthProperty() {
        return strength;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What came of it; null until there is something. */
    ReadOnlyObjectProperty<Fooled> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The answer at the present strength; null until there is a result. */
    ReadOnlyObjectProperty<Prediction> mixedProperty() {
        return mixed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MapPair> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** Why nothing can be attacked, in one sentence; empty where it can. */
    ReadOnlyStringProperty missingProperty() {
        return missing.getReadOnlyProperty();
    }

    Lab lab() {
        return lab;
    }
}
