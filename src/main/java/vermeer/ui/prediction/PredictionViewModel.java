package vermeer.ui.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.model.Target;
import vermeer.ui.investigation.Investigation;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;

/** The classes shown: the best few, or those whose names match the search. */
public final class PredictionViewModel {
    /** How many of the most probable classes are shown. */
    public static final int TOP = 5;

    private static final int MOST_FOUND = 200;

    private final Investigation investigation;
    private final ObservableList<ClassScore> top = FXCollections.observableArrayList();
    private final ObservableList<ClassScore> found = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(true);
    private Runnable onClassChosen = () -> {};

    public PredictionViewModel(Investigation investigation) {
        this.investigation = investigation;
        investigation.predictionProperty().subscribe(this::show);
        investigation.targetProperty().subscribe(target -> list());
        search.subscribe(text -> find());
    }

    /** Called when the user chooses a class, after it has become the target. */
    public void onClassChosen(Runnable action) {
        onClassChosen = action;
    }

    /** Explains this class from now on. */
    public void choose(ClassScore score) {
        investigation.explain(score.target());
        onClassChosen.run();
    }

    /**
     * Explains what speaks for the class explained rather than for this one; where that is explained already, the class
     * alone again.
     */
    public void contrast(ClassScore other) {
        Optional<ClassScore> explained = explained();
        if (explained.isPresent() && part(other) != TargetPart.FOR) {
            Target alone = explained.get().target();
            investigation.explain(part(other) == TargetPart.AGAINST ? alone : alone.minus(other.target()));
            onClassChosen.run();
        }
    }

    /** What part a class has in what is explained. */
    public TargetPart part(ClassScore score) {
        return TargetPart.of(score, investigation.targetProperty().get());
    }

    /** The class explained; of a contrast, the one that is asked for. */
    public Optional<ClassScore> explained() {
        Prediction prediction = investigation.predictionProperty().get();
        return prediction == null
                ? Optional.empty()
                : prediction.ranking().stream()
                        .filter(score -> part(score) == TargetPart.FOR)
                        .findFirst();
    }

    /** Explains the class of this rank, 1 for the most probable one; without one nothing happens. */
    public void chooseRank(int rank) {
        Prediction prediction = investigation.predictionProperty().get();
        if (prediction != null && rank >= 1 && rank <= prediction.ranking().size()) {
            choose(prediction.ranking().get(rank - 1));
        }
    }

    /**
     * The most probable classes, and those explained where they are not among them; those of the picture before while the
     * next one is not answered yet.
     */
    public ObservableList<ClassScore> top() {
        return top;
    }

    /** The classes whose names or numbers match {@link #searchProperty()}, the most probable first; empty without a search. */
    public ObservableList<ClassScore> found() {
        return found;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Whether what is shown is not (or not yet) the answer for the picture in sight. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Target> targetProperty() {
        return investigation.targetProperty();
    }

    private void show(Prediction prediction) {
        stale.set(prediction == null);
        list();
        find();
    }

    private void list() {
        Prediction prediction = investigation.predictionProperty().get();
        if (prediction == null) {
            return;
        }
        List<ClassScore> ranking = prediction.ranking();
        List<ClassScore> listed = new ArrayList<>(ranking.subList(0, Math.min(TOP, ranking.size())));
        ranking.stream()
                .skip(TOP)
                .filter(score -> part(score) != TargetPart.NONE)
                .forEach(listed::add);
        if (!listed.equals(top)) {
            top.setAll(listed);
        }
    }

    private void find() {
        Prediction prediction = investigation.predictionProperty().get();
        String sought = search.get().strip().toLowerCase(Locale.ROOT);
        found.setAll(
                prediction == null || sought.isEmpty()
                        ? List.of()
                        : prediction.ranking().stream()
                                .filter(score -> matches(score, sought))
                                .limit(MOST_FOUND)
                                .toList());
    }

    private static boolean matches(ClassScore score, String sought) {
        return score.name().toLowerCase(Locale.ROOT).contains(sought)
                || Integer.toString(score.index()).equals(sought);
    }
}
