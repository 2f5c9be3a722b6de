package vermeer.ui.tuning.results;

import java.util.List;
import java.util.function.UnaryOperator;
import vermeer.data.decision.Decisions;
import vermeer.data.decision.Prepared;
import vermeer.ui.tuning.Tuning;

/** Has what is decided about pictures count at once and be kept in the folder's file; training uses it from then on. */
record Deciding(Tuning tuning) {

    void apply(UnaryOperator<Decisions> change) {
        Prepared now = tuning.dataProperty().get();
        tuning.use(Prepared.of(now.reading(), change.apply(now.decisions()), List.of()));
        tuning.keeper(now.dataset().folder()).keep(change);
    }
}
