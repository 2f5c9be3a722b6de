package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.data.LabelledPicture;
import vermeer.data.Split;
import vermeer.data.decision.Prepared;

/** The few pictures that are watched while a network learns. To be used from the thread that owns the view. */
public final class Pins {
    /** More would not fit side by side, and each takes time from training. */
    public static final int MOST = 6;

    private final ObservableList<Pin> pins = FXCollections.observableArrayList();
    private final ObservableList<Pin> shown = FXCollections.unmodifiableObservableList(pins);

    /** The pictures, in the order in which they were pinned. */
    public ObservableList<Pin> all() {
        return shown;
    }

    /** Whether a file is pinned. */
    public boolean holds(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return pins.stream().anyMatch(pin -> pin.file().equals(whole));
    }

    /** Pins a picture; nothing happens where it is pinned already or there are {@link #MOST}. */
    public void add(Pin pin) {
        if (pins.size() < MOST && !holds(pin.file())) {
            pins.add(pin);
        }
    }

    /** Takes a picture's pin away. */
    public void remove(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        pins.removeIf(pin -> pin.file().equals(whole));
    }

    /** Pins a picture, or takes its pin away. */
    public void toggle(Pin pin) {
        if (holds(pin.file())) {
            remove(pin.file());
        } else {
            add(pin);
        }
    }

    /** A file with the label that a folder's decisions give it. */
    public static Pin of(Path file, Prepared prepared) {
        Path whole = file.toAbsolutePath().normalize();
        Optional<String> label = prepared == null
                ? Optional.empty()
                : prepared.dataset().pictures().stream()
                        .filter(picture ->
                                picture.file().toAbsolutePath().normalize().equals(whole))
                        .map(picture -> prepared.dataset().classes().get(picture.label()))
                        .findFirst();
        return new Pin(whole, label);
    }

    /** Pins the first picture of each class that the network does not learn from; of training where there is none. */
    public void addOneOfEach(Prepared prepared) {
        List<String> classes = prepared.splits().classes();
        for (int label = 0; label < classes.size() && pins.size() < MOST; label++) {
            String name = classes.get(label);
            boolean there = pins.stream().anyMatch(pin -> pin.label().equals(Optional.of(name)));
            if (!there) {
                first(prepared, label).ifPresent(picture -> add(new Pin(picture.file(), Optional.of(name))));
            }
        }
    }

    private static Optional<LabelledPicture> first(Prepared prepared, int label) {
        var assignments = prepared.splits().assignments();
        List<LabelledPicture> own = prepared.dataset().pictures().stream()
                .filter(picture -> picture.label() == label)
                .filter(picture -> assignments.get(picture.key()) != Split.TEST)
                .toList();
        return own.stream()
                .filter(picture -> assignments.get(picture.key()) == Split.DEV)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }
}
