package vermeer.ui.network;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.Layer;
import vermeer.model.OpenModel;
import vermeer.network.Architecture;
import vermeer.network.Block;
import vermeer.network.Diagram;
import vermeer.network.LayerReading;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.notice.Notices;

/** The architecture, the chosen block, and what its layer makes of the picture in sight. */
public final class NetworkViewModel {
    private static final int BOXES = 36;

    private final Investigation investigation;
    private final JobRunner runner;
    private final Notices notices;
    private final LatestJob reading;
    private final ReadOnlyObjectWrapper<OpenModel> model = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Architecture> architecture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Diagram> diagram = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Block> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerReading> layerReading = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<LayerReading.Order> order =
            new SimpleObjectProperty<>(LayerReading.Order.CONTRIBUTION);
    private Set<String> open = new LinkedHashSet<>();
    private boolean watched;

    public NetworkViewModel(Investigation investigation, JobRunner runner, Notices notices) {
        this.investigation = investigation;
        this.runner = runner;
        this.notices = notices;
        this.reading = new LatestJob(runner);
        investigation.networkProperty().subscribe(this::network);
        investigation.targetProperty().subscribe(target -> read());
    }

    private void network(Network network) {
        OpenModel opened = network != null && network.model() instanceof OpenModel known ? known : null;
        if (opened == model.get()) {
            return;
        }
        model.set(opened);
        chosen.set(null);
        layerReading.set(null);
        Architecture made = opened == null ? null : Architecture.of(opened);
        architecture.set(made);
        open = made == null ? new LinkedHashSet<>() : new LinkedHashSet<>(Diagram.firstOpen(made, BOXES));
        draw();
    }

    private void draw() {
        diagram.set(architecture.get() == null ? null : Diagram.of(architecture.get(), open));
    }

    /** Looks at a block or a node; what it makes of the picture follows. */
    public void choose(Block block) {
        chosen.set(block);
        layerReading.set(null);
        read();
    }

    /** Shows what is inside a block. */
    public void open(Block block) {
        if (!block.isNode() && open.add(block.path())) {
            draw();
        }
    }

    /** Shows the block that a block or node lies in as one box again. */
    public void close(Block block) {
        String inside = block.path().substring(0, Math.max(0, block.path().lastIndexOf('/')));
        if (open.removeIf(path -> path.equals(inside) || path.startsWith(inside + "/"))) {
            draw();
        }
    }

    /** Whether what a block lies in can be shown as one box. */
    public boolean canClose(Block block) {
        return open.contains(block.path().substring(0, Math.max(0, block.path().lastIndexOf('/'))));
    }

    /** The blocks that the search finds, with all that they lie in; empty while nothing is searched for. */
    public Set<Block> found() {
        return search.get().isBlank() || architecture.get() == null
                ? Set.of()
                : architecture.get().found(search.get());
    }

    /** Opens the blocks around what is found, and chooses the first. */
    public void goToFound() {
        List<Block> leaves = found().stream()
                .filter(block -> block.matches(search.get()))
                .filter(block -> block != architecture.get().root())
                .toList();
        if (leaves.isEmpty()) {
            notices.inform("Nothing in the network is called '" + search.get().strip() + "'.");
            return;
        }
        Block first = leaves.get(0);
        String root = architecture.get().root().path();
        boolean changed = false;
        for (int at = first.path().indexOf('/', root.length() + 1);
                at > 0;
                at = first.path().indexOf('/', at + 1)) {
            changed |= open.add(first.path().substring(0, at));
        }
        if (changed) {
            draw();
        }
        choose(first);
    }

    /** The layer of the chosen block: its last value, where the network has it as a layer. */
    public Optional<Layer> layer() {
        if (model.get() == null || chosen.get() == null) {
            return Optional.empty();
        }
        return model.get().activations().layers().stream()
                .filter(layer -> layer.value().equals(chosen.get().value()))
                .findFirst();
    }

    /** Begins to read layers; nothing is read before the workspace is seen. */
    public void watch() {
        watched = true;
        read();
    }

    private void read() {
        Prediction at = investigation.predictionProperty().get();
        Optional<Layer> layer = layer();
        boolean ready = watched
                && at != null
                && layer.isPresent()
                && investigation.targetProperty().get() != null
                && at.network().model() == model.get();
        if (!ready) {
            reading.cancel();
            return;
        }
        reading.submit(new JobRequest<>(
                "Read " + chosen.get().name(),
                Lane.COMPUTE,
                progress -> LayerReading.of(
                        model.get(),
                        at.input().tensor(),
                        at.input().region(),
                        layer.get(),
                        investigation.targetProperty().get(),
                        progress),
                layerReading::set,
                notices.failing("Reading the layer")));
    }

    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<LayerReading.Order> orderProperty() {
        return order;
    }

    public ReadOnlyObjectProperty<OpenModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Architecture> architectureProperty() {
        return architecture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Diagram> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Block> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What the chosen layer makes of the picture; null while it is not read, and where the block is no layer. */
    public ReadOnlyObjectProperty<LayerReading> readingProperty() {
        return layerReading.getReadOnlyProperty();
    }

    Investigation investigation() {
        return investigation;
    }

    JobRunner runner() {
        return runner;
    }

    Notices notices() {
        return notices;
    }
}
