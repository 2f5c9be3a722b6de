package vermeer.ui.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.attack.Attacking;
import vermeer.attack.corruption.Brush;
import vermeer.attack.corruption.Corruption;
import vermeer.attack.corruption.Corruptions;
import vermeer.attack.corruption.Stability;
import vermeer.image.Picture;
import vermeer.job.JobRequest;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.job.Progress;
import vermeer.ui.investigation.Prediction;

/**
 * Corrupts the picture in sight and asks the network again at every move. Works on a copy whose longer side has at most
 * {@link #SIDE} pixels, so that sliders keep up with the hand. To be used from the thread that owns the view.
 */
final class CorruptionViewModel {
    static final int SIDE = 640;
    private static final int STEPS = 16;
    private static final long SEED = 0;

    private final Lab lab;
    private final Conflated<Mixture, Prediction> live;
    private final LatestJob breaking;
    private final Map<Corruption, DoubleProperty> strengths = new LinkedHashMap<>();
    private final List<Brush.Dab> dabs = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Prediction> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Stability> stability = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Corruption> chosen =
            new SimpleObjectProperty<>(Corruptions.all().get(0));
    private Prediction clean;
    private boolean resetting;

    /** What is on the picture: every corruption in the order of the menu, and the paint first. */
    private record Mixture(Prediction clean, Map<Corruption, Double> strengths, Brush brush) {
        Prediction ask(Progress progress) throws Exception {
            Picture picture = brush.apply(clean.picture().picture().fitting(SIDE));
            for (Map.Entry<Corruption, Double> each : strengths.entrySet()) {
                picture = each.getKey().apply(picture, each.getValue(), SEED);
            }
            return Lab.ask(clean, picture, progress);
        }
    }

    CorruptionViewModel(Lab lab) {
        this.lab = lab;
        live = new Conflated<>(
                lab.runner(),
                "Classify the corrupted picture",
                Mixture::ask,
                shown::set,
                lab.notices().failing("Classifying"));
        breaking = new LatestJob(lab.runner());
        for (Corruption corruption : Corruptions.all()) {
            DoubleProperty strength = new SimpleDoubleProperty(corruption.none());
            strengths.put(corruption, strength);
            strength.subscribe((before, now) -> moved(corruption));
        }
        chosen.subscribe((before, now) -> stability.set(null));
        lab.investigation().predictionProperty().subscribe(this::begin);
    }

    private void begin(Prediction answer) {
        live.cancel();
        breaking.cancel();
        clean = answer;
        dabs.clear();
        stability.set(null);
        shown.set(null);
        ask();
    }

    private void moved(Corruption corruption) {
        if (!resetting) {
            chosen.set(corruption);
            ask();
        }
    }

    private void ask() {
        if (clean != null) {
            Map<Corruption, Double> now = new LinkedHashMap<>();
            strengths.forEach((corruption, strength) -> now.put(corruption, strength.get()));
            live.ask(new Mixture(clean, now, new Brush(dabs)));
        }
    }

    /** Takes everything off the picture. */
    void reset() {
        resetting = true;
        strengths.forEach((corruption, strength) -> strength.set(corruption.none()));
        resetting = false;
        dabs.clear();
        ask();
    }

    /** Paints one dab, in pixels of the copy that is shown. */
    void paint(double x, double y, double radius, int rgb) {
        dabs.add(new Brush.Dab(x, y, radius, rgb));
        ask();
    }

    /** Takes the paint off. */
    void wipe() {
        dabs.clear();
        ask();
    }

    /** The picture's mean colour, the most neutral paint; grey without a picture. */
    int meanColour() {
        return clean == null ? 0x808080 : Brush.meanColour(clean.picture().picture());
    }

    /** Finds where a corruption alone breaks the answer, and how the answer holds up to there. */
    void findBreakingPoint(Corruption corruption) {
        chosen.set(corruption);
        Optional<Attacking> attacking = Lab.attacking(clean);
        if (attacking.isEmpty()) {
            lab.notices().inform("Open a picture and a model from a file first.");
            return;
        }
        Picture picture = clean.picture().picture().fitting(SIDE);
        breaking.submit(new JobRequest<>(
                "Breaking point of " + corruption.title().toLowerCase(Locale.ROOT),
                Lane.COMPUTE,
                progress -> Stability.of(
                        attacking.get().model(),
                        attacking.get().preprocessing(),
                        picture,
                        corruption,
                        STEPS,
                        SEED,
                        progress),
                found -> {
                    chosen.set(corruption);
                    stability.set(found);
                },
                lab.notices().failing("Finding the breaking point")));
    }

    /** The breaking points in words. */
    String breakingPoints(Stability found) {
        Corruption corruption = chosen.get();
        if (found.below().isEmpty() && found.above().isEmpty()) {
            return corruption.title() + " never changes the answer.";
        }
        List<String> points = new ArrayList<>();
        found.below().ifPresent(strength -> points.add(text(corruption, strength)));
        found.above().ifPresent(strength -> points.add(text(corruption, strength)));
        return "The answer changes at " + String.join(" and at ", points) + ".";
    }

    /** A strength with its unit. */
    static String text(Corruption corruption, double strength) {
        if (strength == corruption.none()) {
            return "none";
        }
        String number = Math.abs(strength) >= 10
                ? String.format(Locale.ROOT, "%.0f", strength)
                : String.format(Locale.ROOT, "%.2f", strength);
        return switch (corruption.unit()) {
            case "" -> number;
            case "quality" -> "quality " + number;
            case "x" -> "× " + number;
            case "°", "%" -> number + " " + corruption.unit();
            default -> number + " " + corruption.unit();
        };
    }

    /** A number without needless zeros. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    List<Corruption> corruptions() {
        return List.copyOf(strengths.keySet());
    }

    DoubleProperty strength(Corruption corruption) {
        return strengths.get(corruption);
    }

    /** The class of the picture as it is; -1 while there is none. */
    int label() {
        return clean == null ? -1 : clean.best().index();
    }

    /** The corrupted picture with its answer; null while there is none. */
    ReadOnlyObjectProperty<Prediction> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How the answer holds under the chosen corruption; null until it is asked for. */
    ReadOnlyObjectProperty<Stability> stabilityProperty() {
        return stability.getReadOnlyProperty();
    }

    /** The corruption that was touched last. */
    ObjectProperty<Corruption> chosenProperty() {
        return chosen;
    }
}
