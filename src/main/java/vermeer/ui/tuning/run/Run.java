package vermeer.ui.tuning.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.data.decision.Prepared;
import vermeer.model.OpenModel;
import vermeer.train.EpochReport;
import vermeer.train.RunFolder;

/** One run: what it was asked to be, where it is, its epochs, and what came of it. To be used from the thread that owns the view. */
public final class Run {
    private final RunFolder folder;
    private final ReadOnlyObjectWrapper<RunState> state;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<RunFigures> figures = new ReadOnlyObjectWrapper<>();
    private final ObservableList<EpochReport> epochs = FXCollections.observableArrayList();
    private final ObservableList<EpochReport> shownEpochs = FXCollections.unmodifiableObservableList(epochs);
    private final ObservableList<PinnedRow> pinned = FXCollections.observableArrayList();
    private RunRequest request;
    private OpenModel source;
    private Prepared data;
    private boolean inexactOffered;

    /** A run that was asked for before, and is where its folder says. */
    Run(RunRequest request, RunState state) {
        this.request = request;
        this.folder = new RunFolder(Path.of(request.folder()));
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /**
     * A new run.
     *
     * @param source the network, open or not any more: its graph is what counts
     * @param data the pictures as they are decided now
     */
    Run(RunRequest request, OpenModel source, Prepared data) {
        this(request, RunState.WAITING);
        this.source = source;
        this.data = data;
    }

    RunRequest request() {
        return request;
    }

    void begun() {
        request = request.asBegun();
    }

    /** Where its files are. */
    public RunFolder folder() {
        return folder;
    }

    Optional<OpenModel> source() {
        return Optional.ofNullable(source);
    }

    void use(OpenModel opened) {
        source = opened;
    }

    Optional<Prepared> data() {
        return Optional.ofNullable(data);
    }

    /** Whether it cannot go on exactly here, but could go on with other roundings. */
    boolean inexactOffered() {
        return inexactOffered;
    }

    void enter(RunState next, String says) {
        inexactOffered = false;
        problem.set("");
        status.set(says);
        state.set(next);
    }

    void fail(String sentence, boolean offerInexact) {
        inexactOffered = offerInexact;
        status.set("");
        problem.set(sentence);
        state.set(RunState.FAILED);
    }

    void say(String text) {
        status.set(text);
    }

    /** One more epoch; where a run goes on from a checkpoint, later ones of before are undone. */
    void add(EpochReport report) {
        epochs.removeIf(before -> before.epoch() >= report.epoch());
        epochs.add(report);
    }

    void finish(RunFigures came) {
        figures.set(came);
    }

    /** A row of maps; it takes the place of one of the same epoch. */
    void add(PinnedRow row) {
        for (int i = 0; i < pinned.size(); i++) {
            if (pinned.get(i).epoch() == row.epoch()) {
                pinned.set(i, pinned.get(i).with(row));
                return;
            }
        }
        pinned.add(row);
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    RunState state() {
        return state.get();
    }

    /** What is going on, one sentence. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What went wrong, one sentence; empty where nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What came of it; null while there is nothing. */
    ReadOnlyObjectProperty<RunFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The epochs so far. */
    public ObservableList<EpochReport> epochs() {
        return shownEpochs;
    }

    /** The best of the epochs so far; 0 where there is none. */
    int bestEpoch() {
        return epochs.stream()
                .filter(EpochReport::best)
                .mapToInt(EpochReport::epoch)
                .max()
                .orElse(0);
    }

    /** The maps of the pinned pictures, oldest epoch first. */
    public ObservableList<PinnedRow> pinned() {
        return pinned;
    }

    /** The class names, where they are known. */
    List<String> classes() {
        return data == null ? List.of() : data.splits().classes();
    }
}
