package vermeer.ui.tuning;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import vermeer.data.Concern;
import vermeer.data.Readiness;
import vermeer.data.decision.Prepared;
import vermeer.image.InputProfile;
import vermeer.model.OpenModel;
import vermeer.ui.investigation.Network;
import vermeer.ui.workbench.Workbench;

/**
 * What the steps of tuning share: the data as decided, the run that is looked at, the step in sight. To be used from the thread that
 * owns the view.
 */
public final class Tuning {
    private static final int USUAL_SIDE = 224;

    private final Workbench workbench;
    private final Thumbnails thumbnails;
    private final Runnable showExplain;
    private final Pins pins = new Pins();
    private final Map<Path, DecisionsKeeper> keepers = new HashMap<>();
    private final ReadOnlyObjectWrapper<Prepared> data = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Path> run = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("data");

    public Tuning(Workbench workbench) {
        this(workbench, () -> {});
    }

    /** @param showExplain shows the workspace in which pictures are explained */
    public Tuning(Workbench workbench, Runnable showExplain) {
        this.workbench = workbench;
        this.showExplain = showExplain;
        this.thumbnails = new Thumbnails(workbench.services().decoder(), workbench.runner());
    }

    /** Jobs, notices, the network that is asked, the decoder of pictures. */
    public Workbench workbench() {
        return workbench;
    }

    /** Small pictures of files, shared so that each is read once. */
    public Thumbnails thumbnails() {
        return thumbnails;
    }

    /** Keeps what is decided about a folder of pictures. */
    public DecisionsKeeper keeper(Path folder) {
        return keepers.computeIfAbsent(
                folder.toAbsolutePath().normalize(),
                whole -> new DecisionsKeeper(
                        whole, workbench.runner(), workbench.notices().failing("Keeping decisions")));
    }

    /** The pictures that are watched while a network learns. */
    public Pins pins() {
        return pins;
    }

    /** Goes where pictures are explained by the network that is asked. */
    public void explain() {
        showExplain.run();
    }

    /** The chosen folder's pictures as decided; null until a folder is read. */
    public ReadOnlyObjectProperty<Prepared> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** Why the pictures cannot be trained on, one sentence; empty when they can. For {@link TuningStep#missing()}. */
    public ObservableValue<String> notReady() {
        return Bindings.createStringBinding(
                () -> data.get() == null
                        ? "Choose a folder with labelled photos first."
                        : Readiness.of(data.get().splits()).stream()
                                .filter(Concern::blocking)
                                .map(Concern::sentence)
                                .findFirst()
                                .orElse(""),
                data);
    }

    /** Works with these pictures from now on. */
    public void use(Prepared prepared) {
        data.set(prepared);
    }

    /** The folder of the run that is looked at; null until there is one. */
    public ObjectProperty<Path> runProperty() {
        return run;
    }

    /** The id of the step in sight. */
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Shows the step of this id. */
    public void go(String id) {
        step.set(id);
    }

    /** How the network that is asked reads pictures; as most networks do while none is open. */
    public InputProfile profile() {
        Network network = workbench.investigation().networkProperty().get();
        return network != null && network.model() instanceof OpenModel open
                ? open.profile()
                : InputProfile.imageNet(USUAL_SIDE, USUAL_SIDE);
    }
}
