package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.evaluation.ClassMatch;
import vermeer.model.Target;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.Prediction.ClassScore;

/** Which classes of one picture are the columns: ranks, the true class, any others, and a contrast. */
public final class ClassColumns {
    /** Ranks that are offered, 1 for the class predicted. */
    static final int RANKS = 5;

    private static final int PREDICTED = 1;

    private final ObservableList<Integer> ranks = FXCollections.observableArrayList(PREDICTED, 2);
    private final ObservableList<Integer> others = FXCollections.observableArrayList();
    private final BooleanProperty contrast = new SimpleBooleanProperty();
    private final Map<Path, Optional<Integer>> chosenTruths = new HashMap<>();

    /** The ranks that have a column. */
    public ObservableList<Integer> ranks() {
        return ranks;
    }

    /** Further classes that have a column, by their index. */
    public ObservableList<Integer> others() {
        return others;
    }

    /** Whether there is a column for what speaks for the class predicted rather than the true or the next one. */
    public BooleanProperty contrastProperty() {
        return contrast;
    }

    /** Says what a picture shows; empty takes the word back, also that of the folder. */
    public void truth(Path picture, Optional<ClassScore> truth) {
        chosenTruths.put(picture, truth.map(ClassScore::index));
    }

    /** What the picture shows: as the user said, or as the class folder's name says; empty where nobody does. */
    public Optional<ClassScore> truth(Prediction prediction) {
        Path file = prediction.picture().file();
        int classes = prediction.ranking().size();
        return chosenTruths
                .getOrDefault(file, proposed(prediction))
                .filter(index -> index < classes)
                .map(prediction::of);
    }

    /** Whether the true class is the folder's word and not the user's. */
    public boolean proposedByFolder(Prediction prediction) {
        return !chosenTruths.containsKey(prediction.picture().file())
                && truth(prediction).isPresent();
    }

    private static Optional<Integer> proposed(Prediction prediction) {
        Path folder = prediction.picture().file().toAbsolutePath().getParent();
        if (folder == null || folder.getFileName() == null) {
            return Optional.empty();
        }
        String name = folder.getFileName().toString();
        // a folder called by a number may be anything, such as a year
        int index = name.matches("\\d+")
                ? -1
                : ClassMatch.of(List.of(name), prediction.network().model().classNames(), List.of())
                        .index()[0];
        return index < 0 ? Optional.empty() : Optional.of(index);
    }

    /** The columns for an answer. */
    List<GridColumn.Question> of(Prediction prediction) {
        Optional<ClassScore> truth = truth(prediction);
        List<GridColumn.Question> columns = new ArrayList<>();
        List<ClassScore> listed = new ArrayList<>();
        ranks.stream()
                .sorted()
                .filter(rank -> rank <= prediction.ranking().size())
                .map(rank -> prediction.ranking().get(rank - 1))
                .forEach(listed::add);
        truth.filter(score -> !listed.contains(score)).ifPresent(listed::add);
        others.stream()
                .filter(index -> index < prediction.ranking().size())
                .map(prediction::of)
                .filter(score -> !listed.contains(score))
                .forEach(listed::add);
        listed.forEach(score -> columns.add(column(prediction, score.target(), role(score, truth))));
        if (contrast.get()) {
            contrast(prediction, truth)
                    .ifPresent(target -> columns.add(column(prediction, target, "what makes the difference")));
        }
        return columns;
    }

    private static Optional<Target> contrast(Prediction prediction, Optional<ClassScore> truth) {
        ClassScore best = prediction.best();
        return truth.filter(score -> !score.equals(best))
                .or(() -> prediction.ranking().stream().skip(1).findFirst())
                .map(other -> best.target().minus(other.target()));
    }

    private static String role(ClassScore score, Optional<ClassScore> truth) {
        boolean isTrue = truth.filter(score::equals).isPresent();
        String rank = score.rank() == PREDICTED ? "predicted" : "rank " + score.rank();
        return isTrue ? (score.rank() == PREDICTED ? "predicted, true" : "true, " + rank) : rank;
    }

    private static GridColumn.Question column(Prediction prediction, Target target, String role) {
        String id = String.join(
                "\n",
                "class",
                prediction.network().key(),
                prediction.picture().file().toString(),
                Long.toString(prediction.picture().checksum()),
                target.terms().toString(),
                role);
        return new GridColumn.Question(
                id,
                target.name(),
                role,
                prediction.picture().file(),
                prediction.network(),
                Optional.of(prediction),
                Explained.always(target));
    }
}
