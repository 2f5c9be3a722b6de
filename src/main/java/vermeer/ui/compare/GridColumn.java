package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vermeer.model.Target;
import vermeer.ui.control.Percent;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.Prediction;

/** A column of the grid: a picture, who is asked about it, and what is explained. */
public final class GridColumn {

    /**
     * What the column asks.
     *
     * @param id columns of the same id would show the same maps
     * @param title over the column
     * @param role what the title is here, such as {@code predicted}; empty to name the class explained instead
     * @param answer where the network has answered already
     */
    record Question(
            String id,
            String title,
            String role,
            Path file,
            Network network,
            Optional<Prediction> answer,
            Explained.Choice choice) {}

    private final Question question;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Explained> explained = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    GridColumn(Question question) {
        this.question = question;
    }

    Question question() {
        return question;
    }

    public String title() {
        return question.title();
    }

    void show(Answer given) {
        Explained found = question.choice().apply(given.prediction());
        explained.set(found);
        detail.set(detail(given.prediction(), found));
        answer.set(given);
    }

    void refuse(String why) {
        problem.set(why);
    }

    private String detail(Prediction prediction, Explained found) {
        if (found.target().isEmpty()) {
            return question.role();
        }
        Target target = found.target().get();
        String what = question.role().isEmpty() ? target.name() : question.role();
        Optional<Prediction.ClassScore> score = target.terms().size() > 1
                ? Optional.empty()
                : prediction.ranking().stream()
                        .filter(known -> known.target().equals(target))
                        .findFirst();
        return score.map(known -> what + " · " + Percent.of(known.probability()))
                .orElse(what);
    }

    /** The line under the title: the role or class, and its probability. */
    ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Null until the network has answered. */
    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Null until the network has answered. */
    ReadOnlyObjectProperty<Explained> explainedProperty() {
        return explained.getReadOnlyProperty();
    }

    /** Why there is no answer; empty while there may be one. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The target's name; the title until it is known. */
    String targetName() {
        Explained found = explained.get();
        return found == null ? title() : found.target().map(Target::name).orElse(title());
    }
}
