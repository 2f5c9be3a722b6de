package vermeer.ui.compare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vermeer.attribution.AttributionMethod;
import vermeer.ui.compare.GridCell.State;
import vermeer.ui.investigation.Explaining;
import vermeer.ui.investigation.Prediction;
import vermeer.ui.investigation.ShownMap;
import vermeer.ui.notice.Sentence;

/** A grid of maps: computed one after another, drawn as they sharpen, finished ones never computed again. */
public final class GridViewModel {
    private final Explaining explaining;
    private final Answers answers;
    private final GridColouring colouring;
    private final TimeLeft clock = new TimeLeft(System::nanoTime);
    private final ReadOnlyObjectWrapper<Grid> grid = new ReadOnlyObjectWrapper<>(Grid.EMPTY);
    private final ObjectProperty<GridScale> scale = new SimpleObjectProperty<>(GridScale.OWN);
    private final ReadOnlyIntegerWrapper settled = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private GridColumn asking;
    private GridCell computing;

    GridViewModel(Explaining explaining, Answers answers, GridColouring colouring) {
        this.explaining = explaining;
        this.answers = answers;
        this.colouring = colouring;
        scale.subscribe(chosen -> recolour());
    }

    /** Shows these methods and columns; what the grid before has of them stays. */
    void show(List<AttributionMethod> methods, List<GridColumn.Question> questions) {
        Grid next = Grid.of(methods, questions, grid.get());
        if (asking != null && !next.columns().contains(asking)) {
            answers.cancel();
            asking = null;
        }
        if (computing != null && !next.cells().contains(computing)) {
            explaining.cancel();
            computing = null;
        }
        grid.set(next);
        next.cells().forEach(GridCell::retry);
        next.cells().forEach(this::settle);
        recolour();
        step();
    }

    /** Stops what runs; cells without a map say so. */
    void stop() {
        answers.cancel();
        explaining.cancel();
        asking = null;
        computing = null;
        grid.get().cells().stream()
                .filter(cell -> cell.stateProperty().get() == State.WAITING
                        || cell.stateProperty().get() == State.COMPUTING)
                .forEach(cell -> cell.end(State.STOPPED, "Cancelled."));
        report();
    }

    /** Lets nothing run until the next {@link #show}; what was on its way waits. */
    void pause() {
        answers.cancel();
        explaining.cancel();
        asking = null;
        if (computing != null) {
            computing.end(State.WAITING, "");
            computing = null;
        }
        report();
    }

    /** Goes on with the cells that were stopped. */
    void resume() {
        grid.get().cells().forEach(GridCell::retry);
        step();
    }

    private void step() {
        if (asking == null && computing == null) {
            Optional<GridColumn> unasked = grid.get().columns().stream()
                    .filter(column -> column.answerProperty().get() == null
                            && column.problemProperty().get().isEmpty())
                    .findFirst();
            Optional<GridCell> waiting = grid.get().cells().stream()
                    .filter(cell -> cell.stateProperty().get() == State.WAITING)
                    .findFirst();
            if (unasked.isPresent() && waiting.isPresent()) {
                ask(unasked.get());
            } else if (waiting.isPresent()) {
                compute(waiting.get());
            }
        }
        report();
    }

    private void ask(GridColumn column) {
        asking = column;
        GridColumn.Question question = column.question();
        Optional<Prediction> known = question.answer();
        if (known.isPresent()) {
            answers.shrink(known.get(), answer -> answered(column, answer), failure -> refused(column, failure));
        } else {
            answers.ask(
                    question.file(),
                    question.network(),
                    answer -> answered(column, answer),
                    failure -> refused(column, failure));
        }
    }

    private void answered(GridColumn column, Answer answer) {
        column.show(answer);
        goOn(column);
    }

    private void refused(GridColumn column, Exception failure) {
        column.refuse(Sentence.of("Asking about " + column.title(), failure));
        goOn(column);
    }

    private void goOn(GridColumn column) {
        asking = asking == column ? null : asking;
        grid.get().cells().stream().filter(cell -> cell.column() == column).forEach(this::settle);
        recolour();
        step();
    }

    /** Settles what needs no computing: maps that are known, and what the network cannot do. */
    private void settle(GridCell cell) {
        GridColumn column = cell.column();
        if (cell.stateProperty().get() != State.WAITING) {
            return;
        }
        if (!column.problemProperty().get().isEmpty()) {
            cell.end(State.FAILED, column.problemProperty().get());
            return;
        }
        Answer answer = column.answerProperty().get();
        if (answer == null) {
            return;
        }
        Explained explained = column.explainedProperty().get();
        String why = explained.target().isEmpty()
                ? explained.why()
                : cell.method()
                        .unavailable(answer.prediction().network().model())
                        .orElse("");
        if (!why.isEmpty()) {
            cell.end(State.IMPOSSIBLE, why);
        } else {
            explaining
                    .known(
                            answer.prediction(),
                            cell.method(),
                            explained.target().get())
                    .ifPresent(cell::show);
        }
    }

    private void compute(GridCell cell) {
        computing = cell;
        cell.begin();
        clock.begin();
        explaining.start(
                cell.column().answerProperty().get().prediction(),
                cell.method(),
                cell.column().explainedProperty().get().target().get(),
                map -> drawn(cell, map),
                failure -> {
                    computing = null;
                    cell.end(State.FAILED, Sentence.of(cell.method().title(), failure));
                    step();
                });
    }

    private void drawn(GridCell cell, ShownMap map) {
        cell.show(map);
        if (map.unfinished()) {
            colouring.sketch(cell, scale.get(), maps());
            return;
        }
        clock.end(cell.method());
        computing = null;
        if (scale.get() == GridScale.OWN) {
            colouring.colour(cell, scale.get(), maps());
        } else {
            recolour();
        }
        step();
    }

    /** The finished maps, row by row. */
    List<ShownMap> maps() {
        return grid.get().cells().stream()
                .map(cell -> cell.mapProperty().get())
                .filter(Objects::nonNull)
                .filter(map -> !map.unfinished())
                .toList();
    }

    private void recolour() {
        List<ShownMap> maps = maps();
        grid.get().cells().stream()
                .filter(GridCell::finished)
                .forEach(cell -> colouring.colour(cell, scale.get(), maps));
    }

    private void report() {
        List<GridCell> cells = grid.get().cells();
        List<GridCell> open = cells.stream()
                .filter(cell -> cell.stateProperty().get() == State.WAITING
                        || cell.stateProperty().get() == State.COMPUTING)
                .toList();
        settled.set(cells.size() - open.size());
        running.set(asking != null || computing != null);
        timeLeft.set(
                running.get() ? clock.left(open.stream().map(GridCell::method).toList()) : "");
    }

    /** Whether there are cells that the user stopped. */
    boolean stopped() {
        return grid.get().cells().stream().anyMatch(cell -> cell.stateProperty().get() == State.STOPPED);
    }

    public ReadOnlyObjectProperty<Grid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    public ObjectProperty<GridScale> scaleProperty() {
        return scale;
    }

    /** The number of cells that wait for nothing any more. */
    public ReadOnlyIntegerProperty settledProperty() {
        return settled.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** For people; empty while it cannot be told. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }
}
