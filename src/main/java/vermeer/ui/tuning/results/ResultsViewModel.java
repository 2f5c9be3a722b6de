package vermeer.ui.tuning.results;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.data.Split;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.evaluation.Domain;
import vermeer.evaluation.DomainFile;
import vermeer.evaluation.EvaluatedPart;
import vermeer.evaluation.PredictionsCsv;
import vermeer.evaluation.Subset;
import vermeer.evaluation.curve.Curves;
import vermeer.evaluation.handover.Handover;
import vermeer.file.AtomicFile;
import vermeer.file.FileException;
import vermeer.job.JobRequest;
import vermeer.job.JobRunner;
import vermeer.job.Lane;
import vermeer.job.LatestJob;
import vermeer.model.OpenModel;
import vermeer.train.RunFolder;
import vermeer.ui.investigation.Network;
import vermeer.ui.notice.Sentence;
import vermeer.ui.tuning.Tuning;
import vermeer.ui.workbench.Workbench;

/** How good the network is, which pictures are looked at, and what is decided about their labels. */
public final class ResultsViewModel {
    private final Tuning tuning;
    private final Workbench workbench;
    private final JobRunner runner;
    private final LatestJob judging;
    private final LatestJob mapping;
    private final LatestJob drawing;
    private final Review review = new Review();
    private final Tagging tagging;
    private final ReadOnlyObjectWrapper<Judged> judged = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty withTest = new SimpleBooleanProperty();
    private final ObjectProperty<EvaluatedPart> part = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<ListedPicture> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Maps> maps = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> reviewed = new ReadOnlyObjectWrapper<>(0L);

    public ResultsViewModel(Tuning tuning) {
        this.tuning = tuning;
        this.tagging = new Tagging(tuning);
        this.workbench = tuning.workbench();
        this.runner = workbench.runner();
        this.judging = new LatestJob(runner);
        this.mapping = new LatestJob(runner);
        this.drawing = new LatestJob(runner);
        part.subscribe(shown -> {
            curves.set(null);
            if (shown != null) {
                losses();
                draw(shown);
            }
        });
        chosen.subscribe(this::explain);
    }

    /** Judges the tuned network of the run, or the network that is asked, on the pictures as decided. */
    public void judge() {
        Prepared prepared = tuning.dataProperty().get();
        if (prepared == null) {
            problem.set("Choose the folder with your photos in the step Data first.");
            return;
        }
        Optional<Path> tuned = tunedModel();
        Network asked = workbench.investigation().networkProperty().get();
        if (tuned.isEmpty() && asked == null) {
            problem.set("Open a network first, or tune one in the step before.");
            return;
        }
        problem.set("");
        busy.set(true);
        Judging now = new Judging(workbench.services().decoder(), withTest.get());
        judging.submit(new JobRequest<>(
                "Judge "
                        + tuned.map(file -> "the tuned network")
                                .orElseGet(() -> asked.model().name()),
                Lane.COMPUTE,
                progress -> {
                    Network network = tuned.isPresent()
                            ? workbench.services().models().open(tuned.get(), progress.part(0, 0))
                            : asked;
                    Judged result = now.judge(network, prepared, progress);
                    if (tuned.isPresent()) {
                        keepDomain(result, tuned.get().getParent());
                    }
                    return result;
                },
                this::show,
                failure -> {
                    busy.set(false);
                    problem.set(Sentence.of("Judging the network", failure));
                }));
    }

    /** What the network was trained on goes beside it, so that it can warn of pictures unlike those. */
    private static void keepDomain(Judged result, Path folder) throws FileException {
        Optional<Domain> domain = DomainFile.of(result.evaluation());
        if (domain.isPresent()) {
            Path pictures = result.prepared().dataset().folder();
            DomainFile.write(domain.get(), 1, Optional.of(pictures), folder);
        }
    }

    private Optional<Path> tunedModel() {
        return Optional.ofNullable(tuning.runProperty().get())
                .map(folder -> new RunFolder(folder).model())
                .filter(file -> file.toFile().isFile());
    }

    /** Stops judging. */
    public void cancel() {
        judging.cancel();
        busy.set(false);
    }

    private void show(Judged result) {
        busy.set(false);
        close(judged.get(), result);
        review.read(result.prepared().decisions());
        chosen.set(null);
        judged.set(result);
        part.set(result.evaluation().judged());
    }

    /** A network that was opened for judging alone is not needed any more. */
    private void close(Judged before, Judged after) {
        Network asked = workbench.investigation().networkProperty().get();
        if (before != null && before.network() != after.network() && before.network() != asked) {
            before.network().close(runner, workbench.notices().failing("Closing a network"));
        }
    }

    private void draw(EvaluatedPart shown) {
        drawing.submit(new JobRequest<>(
                "Draw the curves",
                Lane.IO,
                progress -> Curves.of(shown),
                curves::set,
                workbench.notices().failing("Drawing the curves")));
    }

    /** Lists the pictures of a cell of the confusion matrix. */
    public void cell(int trueClass, int answered) {
        list(new Listings(judged.get().evaluation()).cell(part.get(), trueClass, answered));
    }

    /** Lists the pictures of the part in sight by loss. */
    public void losses() {
        list(new Listings(judged.get().evaluation()).losses(part.get()));
    }

    /** Lists the suspected labels. */
    public void suspects() {
        list(new Listings(judged.get().evaluation()).suspects());
    }

    /** Lists the pictures of a subset. */
    public void subset(Subset subset) {
        list(new Listings(judged.get().evaluation()).subset(subset));
    }

    private void list(Listing found) {
        listing.set(found);
        chosen.set(found.pictures().isEmpty() ? null : found.pictures().get(0));
    }

    private void explain(ListedPicture picture) {
        maps.set(null);
        if (picture == null || judged.get() == null) {
            mapping.cancel();
            return;
        }
        Mapping now = new Mapping(
                workbench.services().decoder(),
                workbench.services().methods(),
                judged.get().prepared().decisions().balance().merged());
        Network network = judged.get().network();
        mapping.submit(new JobRequest<>(
                "Maps of " + picture.picture().file().getFileName(),
                Lane.COMPUTE,
                progress -> now.map(network, picture, progress),
                maps::set,
                workbench.notices().failing("Explaining " + picture.picture().key())));
    }

    /** The label of the chosen picture is right. */
    public void keep() {
        decide((decisions, picture) -> review.keep(decisions, picture.picture().key()));
    }

    /** The chosen picture shows the proposed class. */
    public void relabel() {
        decide((decisions, picture) ->
                review.relabel(decisions, picture.picture().key(), folderName(picture)));
    }

    /** The chosen picture is not used. */
    public void exclude() {
        decide((decisions, picture) ->
                review.exclude(decisions, picture.picture().key()));
    }

    /** The folder's name of the class that a picture is proposed to show. */
    private String folderName(ListedPicture picture) {
        int index = judged.get().network().model().classNames().indexOf(picture.proposed());
        int[] labels = judged.get().labels();
        for (int label = 0; label < labels.length; label++) {
            if (labels[label] == index) {
                return judged.get().prepared().dataset().classes().get(label);
            }
        }
        return picture.proposed();
    }

    /** Takes the last decision back. */
    public void undo() {
        review.undo().ifPresent(this::apply);
    }

    private void decide(java.util.function.BiFunction<Decisions, ListedPicture, UnaryOperator<Decisions>> decision) {
        ListedPicture picture = chosen.get();
        Prepared now = tuning.dataProperty().get();
        if (picture != null && now != null) {
            apply(decision.apply(now.decisions(), picture));
            next(picture);
        }
    }

    private void next(ListedPicture picture) {
        int after = listing.get().pictures().indexOf(picture) + 1;
        if (after < listing.get().pictures().size()) {
            chosen.set(listing.get().pictures().get(after));
        }
    }

    private void apply(UnaryOperator<Decisions> change) {
        reviewed.set(reviewed.get() + 1);
        new Deciding(tuning).apply(change);
    }

    /** Writes the suspected labels as a table. */
    public void exportSuspects(Path file) {
        Judged now = judged.get();
        now.evaluation()
                .labelErrors()
                .ifPresent(errors -> runner.submit(new JobRequest<Path>(
                        "Export suspected labels",
                        Lane.IO,
                        progress -> {
                            AtomicFile.write(
                                    file,
                                    PredictionsCsv.of(
                                            now.evaluation().outOfSample().orElseThrow(), errors));
                            return file;
                        },
                        written -> workbench.notices().succeed("The suspected labels are in " + written + "."),
                        workbench.notices().failing("Exporting the suspected labels"))));
    }

    /** Hands the network on: writes a new folder with everything that somebody needs. */
    public void export(Path folder, boolean calibrated) {
        Judged now = judged.get();
        OpenModel model = (OpenModel) now.network().model();
        String data = now.evaluation().answers().size() + " pictures of the folder `"
                + now.prepared().dataset().folder().getFileName() + "`";
        runner.submit(new JobRequest<Path>(
                "Hand on " + model.name(),
                Lane.IO,
                progress -> {
                    new Handover(model, now.evaluation(), data, calibrated, now.rule()).write(folder);
                    return folder;
                },
                written -> workbench.notices().succeed("The network, its card and examples are in " + written + "."),
                workbench.notices().failing("Handing the network on")));
    }

    /** What was decided about a picture's label, in words; empty where nothing was. */
    public String state(ListedPicture picture) {
        return review.state(picture.picture().key()).orElse("");
    }

    public boolean canUndo() {
        return review.canUndo();
    }

    /** Whether there are test pictures that may be looked at. */
    public int testPictures() {
        Prepared prepared = tuning.dataProperty().get();
        return prepared == null ? 0 : prepared.splits().size(Split.TEST);
    }

    public Tuning tuning() {
        return tuning;
    }

    /** The user's own words for pictures. */
    public Tagging tagging() {
        return tagging;
    }

    /** The last judgement; null until there is one. */
    public ReadOnlyObjectProperty<Judged> judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /** Why it cannot be judged, one sentence; mostly empty. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the next judgement looks at test. */
    public BooleanProperty withTestProperty() {
        return withTest;
    }

    /** The part in sight: train, train-dev, dev or test. */
    public ObjectProperty<EvaluatedPart> partProperty() {
        return part;
    }

    /** The curves of the part in sight; null until they are drawn. */
    public ReadOnlyObjectProperty<Curves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** The list in sight. */
    public ReadOnlyObjectProperty<Listing> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** The picture in sight. */
    public ObjectProperty<ListedPicture> chosenProperty() {
        return chosen;
    }

    /** The maps of the picture in sight; null until they are made. */
    public ReadOnlyObjectProperty<Maps> mapsProperty() {
        return maps.getReadOnlyProperty();
    }

    /** Changes whenever something is decided about a label. */
    public ReadOnlyObjectProperty<Long> reviewedProperty() {
        return reviewed.getReadOnlyProperty();
    }
}
