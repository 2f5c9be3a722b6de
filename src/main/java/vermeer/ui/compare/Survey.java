package vermeer.ui.compare;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vermeer.comparison.AnswerPair;
import vermeer.comparison.AnswerPair.Verdict;
import vermeer.comparison.ClassAlignment;
import vermeer.job.Progress;
import vermeer.ui.investigation.Network;
import vermeer.ui.investigation.OpenPicture;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.notice.Notices;

/** Asks both models about all pictures, one after another; those they disagree about come first. */
public final class Survey {

    /** What both models answer for one picture. */
    public record Row(Path file, AnswerPair pair) {}

    private static final Comparator<Row> ORDER = Comparator.comparing(Row::pair, AnswerPair.DISAGREEMENTS_FIRST);

    private final Answers answers;
    private final Notices notices;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Deque<Path> waiting = new ArrayDeque<>();
    private Network first;
    private Network second;
    private ClassAlignment alignment;
    private int unreadable;

    Survey(Answers answers, Notices notices) {
        this.answers = answers;
        this.notices = notices;
    }

    /** Begins anew with these pictures. */
    void start(List<Path> pictures, Network modelA, Network modelB, ClassAlignment classes) {
        clear();
        first = modelA;
        second = modelB;
        alignment = classes;
        waiting.addAll(pictures);
        total.set(pictures.size());
        running.set(true);
        next();
    }

    /** Stops; what is known so far stays. */
    public void stop() {
        answers.cancel();
        waiting.clear();
        running.set(false);
    }

    /** Stops and forgets. */
    void clear() {
        stop();
        rows.clear();
        done.set(0);
        total.set(0);
        unreadable = 0;
    }

    private void next() {
        Path file = waiting.poll();
        if (file == null) {
            running.set(false);
            if (unreadable > 0) {
                notices.warn(unreadable + " of " + total.get() + " pictures could not be read or asked about.");
            }
            return;
        }
        answers.open(
                file,
                picture -> answers.compute(
                        "Ask both models about " + picture.name(),
                        progress -> ask(picture, progress),
                        this::add,
                        this::skip),
                this::skip);
    }

    private Row ask(OpenPicture picture, Progress progress) throws Exception {
        Prediction.ClassScore one = Prediction.ask(picture, first, progress).best();
        progress.checkCancelled();
        Prediction.ClassScore other = Prediction.ask(picture, second, progress).best();
        return new Row(
                picture.file(),
                AnswerPair.of(
                        one.index(),
                        one.name(),
                        one.probability(),
                        other.index(),
                        other.name(),
                        other.probability(),
                        alignment));
    }

    private void add(Row row) {
        int place = 0;
        while (place < rows.size() && ORDER.compare(rows.get(place), row) <= 0) {
            place++;
        }
        rows.add(place, row);
        done.set(done.get() + 1);
        next();
    }

    private void skip(Exception failure) {
        unreadable++;
        done.set(done.get() + 1);
        next();
    }

    /** What was found so far, disagreements first. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** The number of pictures that the models answer differently, or with a class that the other does not have. */
    long disagreements() {
        return rows.stream().filter(row -> row.pair().verdict() != Verdict.SAME).count();
    }

    public ReadOnlyIntegerProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }
}
